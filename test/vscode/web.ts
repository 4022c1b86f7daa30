import 'mocha/mocha.js';
import { announceTests, chosenTests, conclude, print } from './report.ts';

/** What the web worker extension host calls: runs every suite there, with mocha's build for browsers. */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = print;
  mocha.setup({ ui: 'tdd', color: false, timeout: 0, reporter: Mocha.reporters.Spec });
  mocha.grep(chosenTests());
  await import('./suites.ts');
  const runner = await new Promise<Mocha.Runner>((resolve) => {
    const running = mocha.run(() => resolve(running));
    announceTests(running);
  });
  conclude(runner);
}
