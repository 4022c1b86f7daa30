import * as vscode from 'vscode';

/** Begins each line that a suite reports, so that test/host/page.mjs finds it in the editor's log; nobody sees it. */
const mark = '\u2063';

/** What mocha prints with: formats as `console.log` does, because the editor passes on plain text alone. */
export function print(message: unknown = '', ...values: readonly unknown[]): void {
  const rest = [...values];
  const text = String(message).replace(/%[sdifjoO]/g, (token) => (rest.length > 0 ? String(rest.shift()) : token));
  console.log(mark + [text, ...rest.map(String)].join(' '));
}

/** What a title must hold for its test to run: set by test/host/run.mjs; without it every test runs. */
export function chosenTests(): string {
  return vscode.workspace.getConfiguration('daybookTest').get('grep', '');
}

/** Says which test begins: a sign of life, and the name to look at when the host hangs. */
export function announceTests(runner: Mocha.Runner): void {
  runner.on('test', (test) => print(`##test ${test.fullTitle()}`));
}

/**
 * Ends a run: tells in one line what became of the tests, which is the only proof that they ran to the end
 * (an editor whose extension host died reports success), and throws if one failed.
 */
export function conclude({ stats, failures }: Pick<Mocha.Runner, 'stats' | 'failures'>): void {
  const { passes = 0, pending = 0 } = stats ?? {};
  print(`##result ${JSON.stringify({ passed: passes, failed: failures, skipped: pending })}`);
  if (failures > 0) throw new Error(`${failures} of the tests failed`);
}
