// All suites that run in the editor, in this order. They run in the Node.js host and in the web host, so they must use no Node.js
// built-ins except `node:assert/strict`, and must access files through `vscode.workspace.fs`.
import './smoke.test.ts';
import './draft.test.ts';
import './entries.test.ts';
import './days.test.ts';
import './preview.test.ts';
import './ruleSettings.test.ts';
import './otherFolders.test.ts';
import './enabled.test.ts';
import './otherForms.test.ts';
import './archive.test.ts';
import './slowArchive.test.ts';
import './items.test.ts';
import './menus.test.ts';
import './typing.test.ts';
import './generatedText.test.ts';
import './readiness.test.ts';
import './readOnly.test.ts';
import './publish.test.ts';
import './corrections.test.ts';
import './changeDay.test.ts';
import './rules.test.ts';
import './paste.test.ts';
import './citations.test.ts';
import './linkCheck.test.ts';
import './restrictedMode.test.ts';
import './reportProblem.test.ts';
