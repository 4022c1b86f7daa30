import { readFileSync } from 'node:fs';
import { noCorpus } from '../../support/corpus.ts';
import { measureRecall } from './knownFaults.ts';
import { lintArchive } from './lintArchive.ts';
import { printReport } from './printReport.ts';
import { compareWithWriterFixes } from './writerFixes.ts';

// `npm run corpus [-- --misses] [-- --unreviewed] [-- --rule <id>]`
if (noCorpus) {
  console.log(`Nothing to report: ${noCorpus}.`);
} else {
  const archive = lintArchive();
  const { classes, unlisted } = measureRecall(archive);
  const reviewed = JSON.parse(readFileSync('test/corpus/reviewed.json', 'utf8'));
  printReport(
    { problems: archive.problems, classes, unlisted, outcomes: compareWithWriterFixes(archive), reviewed },
    process.argv.slice(2),
  );
}
