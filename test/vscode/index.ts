import Mocha from 'mocha';
import { announceTests, chosenTests, conclude, print } from './report.ts';

/** What the node extension host calls: runs every suite in this process. */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = print;
  const mocha = new Mocha({ ui: 'tdd', color: false, timeout: 0, forbidOnly: process.env['CI'] !== undefined });
  mocha.suite.emit('pre-require', globalThis, null, mocha); // lays out `suite` and `test`, which the suites call when loaded
  mocha.grep(chosenTests());
  await import('./suites.ts');
  const runner = await new Promise<Mocha.Runner>((resolve) => {
    const running = mocha.run(() => resolve(running));
    announceTests(running);
  });
  conclude(runner);
}
