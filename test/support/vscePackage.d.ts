// The part of vsce that makes the page on the marketplace from README.md and CHANGELOG.md. It is not in vsce's own declarations.
declare module '@vscode/vsce/out/package.js' {
  type ProcessorOptions = Readonly<Record<string, never>>;

  interface PackedFile {
    readonly path: string;
    readonly contents: Buffer;
  }

  class PageProcessor {
    constructor(manifest: unknown, options?: ProcessorOptions);
    onFile(file: { readonly path: string; readonly localPath: string }): Promise<PackedFile>;
  }

  export class ReadmeProcessor extends PageProcessor {}
  export class ChangelogProcessor extends PageProcessor {}
}
