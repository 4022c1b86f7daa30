import { readFileSync } from 'node:fs';
import { noCorpus } from '../../support/corpus.ts';
import { foreignLogs, noForeign } from '../../support/foreign.ts';
import { reportForeignLog } from './foreignLog.ts';
import { measureRecall } from './knownFaults.ts';
import { lintArchive } from './lintArchive.ts';
import { printForeignReport } from './printForeignReport.ts';
import { printReport } from './printReport.ts';
import { compareWithWriterFixes } from './writerFixes.ts';

// `npm run corpus [-- --misses] [-- --unreviewed] [-- --rule <id>] [-- --edits] [-- --errors] [-- --warnings]`
const flags = process.argv.slice(2);

if (noCorpus) {
  console.log(`Nothing to report on the corpus: ${noCorpus}.`);
} else {
  const archive = lintArchive();
  const { classes, unlisted } = measureRecall(archive);
  const reviewed = JSON.parse(readFileSync('test/corpus/reviewed.json', 'utf8'));
  printReport(
    { problems: archive.problems, classes, unlisted, outcomes: compareWithWriterFixes(archive), reviewed },
    flags,
  );
}

if (noForeign) console.log(`Nothing to report on other logs: ${noForeign}.`);
for (const log of foreignLogs()) {
  const report = reportForeignLog(log);
  printForeignReport(report, flags);
  if (report.harm.length > 0) process.exitCode = 1;
}
