// Runs VS Code's Markdown language service, which checks only links, on the entries of a folder. Prints the number of findings.
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
const requireFromService = createRequire(require.resolve('vscode-markdown-languageservice'));
/** @type {{ TextDocument: { create(uri: string, language: string, version: number, text: string): Document } }} */
const { TextDocument } = requireFromService('vscode-languageserver-textdocument');
/** @type {{ URI: { file(path: string): Workspace['workspaceFolders'][number] } }} */
const { URI } = requireFromService('vscode-uri');

const folder = resolve(process.argv[2] ?? '');
const documents = new Map(
  readdirSync(folder).map((name) => {
    const uri = URI.file(join(folder, name)).toString();
    return [uri, TextDocument.create(uri, 'markdown', 1, readFileSync(join(folder, name), 'utf8'))];
  }),
);
const noEvent = () => ({ dispose() {} });
/** @type {Workspace} */
const workspace = {
  workspaceFolders: [URI.file(folder)],
  onDidChangeMarkdownDocument: noEvent,
  onDidCreateMarkdownDocument: noEvent,
  onDidDeleteMarkdownDocument: noEvent,
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
const token = { isCancellationRequested: false, onCancellationRequested: noEvent };

let count = 0;
for (const document of documents.values()) {
  count += (await service.computeDiagnostics(document, options, token)).length;
}
console.log(count);
