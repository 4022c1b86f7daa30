import { readFileSync } from 'node:fs';
import { noCorpus } from '../../support/corpus.ts';
import { readArchive } from './archive.ts';
import { recall } from './known.ts';
import { mends } from './mended.ts';
import { printReport } from './print.ts';

// `npm run corpus [-- --misses] [-- --unreviewed] [-- --rule <id>]`
if (noCorpus) {
  console.log(`Nothing to report: ${noCorpus}.`);
} else {
  const archive = readArchive();
  const { classes, unknown } = recall(archive);
  const reviewed = JSON.parse(readFileSync('test/corpus/reviewed.json', 'utf8'));
  printReport({ found: archive.found, classes, unknown, outcomes: mends(archive), reviewed }, process.argv.slice(2));
}
