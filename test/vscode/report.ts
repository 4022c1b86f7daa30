import * as vscode from 'vscode';

/** An invisible character at the start of each reported line, by which test/host/browser.mjs finds it in the editor's log. */
const LINE_MARK = '\u2063';

/** Prints for mocha. Formats like `console.log`, because the editor passes on plain text only. */
export function print(message: unknown = '', ...values: readonly unknown[]): void {
  const rest = [...values];
  const text = String(message).replace(/%[sdifjoO]/g, (token) => (rest.length > 0 ? String(rest.shift()) : token));
  console.log(LINE_MARK + [text, ...rest.map(String)].join(' '));
}

/** The pattern for titles of tests to run, set by test/host/runSuites.mjs; empty for all. */
export function chosenTests(): string {
  return vscode.workspace.getConfiguration('daybookTest').get('grep', '');
}

/** Prints the title of each test as it starts, to show progress and where a host hangs. */
export function announceTests(runner: Mocha.Runner): void {
  runner.on('test', (test) => print(`##test ${test.fullTitle()}`));
}

/**
 * Prints the result in one line and throws if a test failed. The line is the only proof that all tests ran: an editor whose extension
 * host crashed reports success.
 */
export function reportResult({ stats, failures }: Pick<Mocha.Runner, 'stats' | 'failures'>): void {
  const { passes = 0, pending = 0 } = stats ?? {};
  print(`##result ${JSON.stringify({ passed: passes, failed: failures, skipped: pending })}`);
  if (failures > 0) throw new Error(`${failures} of the tests failed`);
}
