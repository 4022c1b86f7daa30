import 'mocha/mocha.js';
import { announceTests, chosenTests, print, reportResult } from './report.ts';

/** Called by the web worker extension host: runs every suite with mocha's build for browsers. */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = print;
  mocha.setup({ ui: 'tdd', color: false, timeout: 0, reporter: Mocha.reporters.Spec });
  mocha.grep(chosenTests());
  await import('./suites.ts');
  const runner = await new Promise<Mocha.Runner>((resolve) => {
    const running = mocha.run(() => resolve(running));
    announceTests(running);
  });
  reportResult(runner);
}
