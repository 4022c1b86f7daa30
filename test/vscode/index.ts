import Mocha from 'mocha';
import { announceTests, chosenTests, print, reportResult } from './report.ts';

/** Called by the Node.js extension host: runs every suite in this process. */
export async function run(): Promise<void> {
  Mocha.reporters.Base.consoleLog = print;
  const mocha = new Mocha({ ui: 'tdd', color: false, timeout: 0, forbidOnly: process.env['CI'] !== undefined });
  mocha.suite.emit('pre-require', globalThis, null, mocha); // defines `suite` and `test`, which the suites call when they are loaded
  mocha.grep(chosenTests());
  await import('./suites.ts');
  const runner = await new Promise<Mocha.Runner>((resolve) => {
    const running = mocha.run(() => resolve(running));
    announceTests(running);
  });
  reportResult(runner);
}
