// Every suite that runs in the editor, in this order, in the node host and in the web host alike: no node built-ins but
// `node:assert/strict`, files through `vscode.workspace.fs`.
import './smoke.test.ts';
import './draft.test.ts';
import './entries.test.ts';
import './days.test.ts';
import './preview.test.ts';
import './checks.test.ts';
import './elsewhere.test.ts';
import './archive.test.ts';
import './items.test.ts';
import './words.test.ts';
import './readiness.test.ts';
import './publish.test.ts';
import './changeDay.test.ts';
import './rules.test.ts';
import './paste.test.ts';
import './citations.test.ts';
import './linkCheck.test.ts';
