// Stands for the editor where only is looked at what is loaded, and when: `node --require` this, and `vscode` is there and has whatever
// it is asked for. What `editor` has goes before, by its name, wherever that stands in the interface.
const Module = require('node:module');

const noFile = () => Promise.reject(new Error('There are no files here.'));
const editor = { readFile: noFile, readDirectory: noFile, stat: noFile };

const anything = new Proxy(class {}, {
  get(target, key) {
    if (Object.hasOwn(editor, key)) return editor[key];
    if (key === 'then') return undefined; // it is no promise
    if (key === Symbol.toPrimitive) return () => '';
    return key === 'prototype' ? target.prototype : anything;
  },
  set: () => true,
  apply: () => anything,
  construct: () => anything,
  getPrototypeOf: () => anything, // what bundlers copy a module to inherits from that
});

const load = Module._load;
Module._load = (name, ...rest) => (name === 'vscode' ? anything : load(name, ...rest));

/** What `activate` is given. */
const context = {
  subscriptions: [],
  extension: { packageJSON: require('../../package.json') },
  extensionUri: anything,
  globalStorageUri: anything,
};

/** An entry as the editor has it open. */
function openEntry(text) {
  const uriOf = (path) => ({ path, scheme: 'file', with: ({ path }) => uriOf(path), toString: () => `file://${path}` });
  const uri = uriOf('/a/_posts/2031-01-31-day-12.markdown');
  return { uri, languageId: 'markdown', version: 1, getText: () => text, positionAt: (offset) => offset };
}

Object.assign(globalThis, { anything, editor, context, openEntry });
