// All suites that run in the editor, in this order. They run in the Node.js host and in the web host, so they must use no Node.js
// built-ins except `node:assert/strict`, and must access files through `vscode.workspace.fs`.
import './smoke.test.ts';
import './draft.test.ts';
import './entries.test.ts';
import './days.test.ts';
import './preview.test.ts';
import './ruleSettings.test.ts';
import './otherFolders.test.ts';
import './archive.test.ts';
import './items.test.ts';
import './generatedText.test.ts';
import './readiness.test.ts';
import './publish.test.ts';
import './changeDay.test.ts';
import './rules.test.ts';
import './paste.test.ts';
import './citations.test.ts';
import './linkCheck.test.ts';
