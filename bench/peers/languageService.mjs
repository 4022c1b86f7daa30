// The language service of VS Code's own Markdown support, which checks links alone, over the entries of a folder; prints how
// much it finds.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import MarkdownIt from 'markdown-it';

/** @typedef {import('vscode-markdown-languageservice').IWorkspace} Workspace */
/** @typedef {import('vscode-markdown-languageservice').ITextDocument} Document */

const require = createRequire(import.meta.url);
const {
  createLanguageService,
  DiagnosticLevel,
  LogLevel,
  githubSlugifier,
} = require('vscode-markdown-languageservice');
const its = createRequire(require.resolve('vscode-markdown-languageservice'));
/** @type {{ TextDocument: { create(uri: string, language: string, version: number, text: string): Document } }} */
const { TextDocument } = its('vscode-languageserver-textdocument');
/** @type {{ URI: { file(path: string): Workspace['workspaceFolders'][number] } }} */
const { URI } = its('vscode-uri');

const folder = resolve(process.argv[2] ?? '');
const documents = new Map(
  readdirSync(folder).map((name) => {
    const uri = URI.file(join(folder, name)).toString();
    return [uri, TextDocument.create(uri, 'markdown', 1, readFileSync(join(folder, name), 'utf8'))];
  }),
);
const never = () => ({ dispose() {} });
/** @type {Workspace} */
const workspace = {
  workspaceFolders: [URI.file(folder)],
  onDidChangeMarkdownDocument: never,
  onDidCreateMarkdownDocument: never,
  onDidDeleteMarkdownDocument: never,
  getAllMarkdownDocuments: async () => documents.values(),
  hasMarkdownDocument: (uri) => documents.has(uri.toString()),
  openMarkdownDocument: async (uri) => documents.get(uri.toString()),
  stat: async ({ fsPath }) => (existsSync(fsPath) ? { isDirectory: statSync(fsPath).isDirectory() } : undefined),
  readDirectory: async ({ fsPath }) => readdirSync(fsPath).map((name) => [name, { isDirectory: false }]),
};
const markdown = new MarkdownIt({ html: true });
const service = createLanguageService({
  workspace,
  parser: { slugifier: githubSlugifier, tokenize: async (document) => markdown.parse(document.getText(), {}) },
  logger: { level: LogLevel.Off, log() {} },
  markdownFileExtensions: ['markdown', 'md'],
});
const options = {
  validateReferences: DiagnosticLevel.warning,
  validateFragmentLinks: DiagnosticLevel.warning,
  validateFileLinks: DiagnosticLevel.warning,
  validateMarkdownFileLinkFragments: DiagnosticLevel.warning,
  validateUnusedLinkDefinitions: DiagnosticLevel.warning,
  validateDuplicateLinkDefinitions: DiagnosticLevel.warning,
  ignoreLinks: [],
};
const token = { isCancellationRequested: false, onCancellationRequested: never };

let found = 0;
for (const document of documents.values()) {
  found += (await service.computeDiagnostics(document, options, token)).length;
}
console.log(found);
