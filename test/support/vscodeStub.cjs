// A stub of the `vscode` module, to measure which files are loaded and when: `node --require` this file. The stub returns itself for
// every property, call and construction. Assign to `editor` to replace properties by name, at any depth of the API.
const Module = require('node:module');

const noFile = () => Promise.reject(new Error('There are no files here.'));
const editor = { readFile: noFile, readDirectory: noFile, stat: noFile };

const anything = new Proxy(class {}, {
  get(target, key) {
    if (Object.hasOwn(editor, key)) return editor[key];
    if (key === 'then') return undefined; // otherwise `await` would take it for a promise
    if (key === Symbol.toPrimitive) return () => '';
    return key === 'prototype' ? target.prototype : anything;
  },
  set: () => true,
  apply: () => anything,
  construct: () => anything,
  getPrototypeOf: () => anything, // bundlers may create an object that inherits from a module's prototype
});

const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? anything : load(name, ...rest));

/** The extension context for `activate`. */
const context = {
  subscriptions: [],
  extension: { packageJSON: require('../../package.json') },
  extensionUri: anything,
  globalStorageUri: anything,
};

/** Returns a document for an entry, as in `workspace.textDocuments`. */
function openEntry(text) {
  const uriOf = (path) => ({ path, scheme: 'file', with: ({ path }) => uriOf(path), toString: () => `file://${path}` });
  const uri = uriOf('/a/_posts/2031-01-31-day-12.markdown');
  return { uri, languageId: 'markdown', version: 1, getText: () => text, positionAt: (offset) => offset };
}

Object.assign(globalThis, { anything, editor, context, openEntry });
