// Runs test files in this one process: `node --test-reporter=… scripts/oneProcess.mjs FILE…`. To start a process for each of
// them would cost more than most of their tests.
import { pathToFileURL } from 'node:url';

// Imported as one graph, all of them are evaluated before the first test starts. Imported one after the other, the tests
// of a file would start in the midst of it, before the constants below them have their values.
const imports = process.argv.slice(2).map((file) => `import ${JSON.stringify(pathToFileURL(file).href)};`);
await import(`data:text/javascript,${encodeURIComponent(imports.join('\n'))}`);
