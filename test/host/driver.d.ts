/** What VS Code's own smoke tests drive the workbench by: there where the server runs with --enable-smoke-test-driver. */
interface Window {
  readonly driver: { whenWorkbenchRestored(): Promise<void> };
}
