/** The API of VS Code's own smoke tests. Workbenches have it if their server runs with --enable-smoke-test-driver. */
interface Window {
  readonly driver: { whenWorkbenchRestored(): Promise<void> };
}
