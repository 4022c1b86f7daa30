// Runs test files in a single process: `node --test-reporter=… scripts/runInOneProcess.mjs FILE…`. Starting a process for each file
// would take longer than running most of its tests.
import { pathToFileURL } from 'node:url';

// Imports all files as one module graph, so that all are evaluated before the first test starts. With one import after the other,
// tests would start while their file is still being evaluated, before the constants below them are initialized.
const imports = process.argv.slice(2).map((file) => `import ${JSON.stringify(pathToFileURL(file).href)};`);
await import(`data:text/javascript,${encodeURIComponent(imports.join('\n'))}`);
