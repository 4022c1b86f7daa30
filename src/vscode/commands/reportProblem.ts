import * as vscode from 'vscode';
import { profileOf } from '../../core/newsroom/profile/profile.ts';
import { profileFacts } from '../../core/newsroom/profile/profileFacts.ts';
import { problemReport } from '../../core/reports/problemReport.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings/settings.ts';
import { PROJECT_URL } from '../../core/urls/projectPages.ts';
import { log } from '../editor/log.ts';
import { settingsFor } from '../newsrooms/editorSettings.ts';
import type { CommandServices } from './commandServices.ts';

/**
 * The command *Report a Problem*: opens a report on the window and the newsrooms as a new document, for the writer to read, and offers the
 * form to send it with. Nothing is sent by itself, and no text of an entry is in the report.
 */
export async function reportProblem({ newsrooms, extension }: CommandServices): Promise<void> {
  const { version: editorVersion, env } = vscode;
  const { version }: { readonly version: string } = extension.packageJSON;
  const editor = `${env.appName} ${editorVersion} (${env.appHost})`;
  const report = problemReport({
    version,
    editor,
    host: 'WorkerGlobalScope' in globalThis ? 'web' : 'node',
    remote: env.remoteName,
    isTrusted: vscode.workspace.isTrusted,
    newsrooms: await Promise.all(
      (await newsrooms.roots()).map(async (root) => {
        const newsroom = await newsrooms.read(root);
        const settings = settingsFor(root);
        return {
          entryCount: newsroom.days.length,
          settings: changedSettings(settings),
          facts: profileFacts(profileOf(newsroom.facts), settings),
        };
      }),
    ),
  });
  await vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ language: 'markdown', content: report }),
  );
  void offerForm({ version, editor, report });
}

/** The fields of the form, by their ids in .github/ISSUE_TEMPLATE/bug_report.yml. */
interface FormFields {
  readonly version: string;
  readonly editor: string;
  readonly report: string;
}

async function offerForm(fields: FormFields): Promise<void> {
  const openForm = 'Open Form';
  const showLog = 'Show Log';
  const message =
    'This report contains no text of your entries. The form asks what happened, and is filled in with the report.';
  const answer = await vscode.window.showInformationMessage(message, openForm, showLog);
  if (answer === showLog) log.show();
  if (answer !== openForm) return;
  const query = Object.entries({ template: 'bug_report.yml', ...fields }).map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  await vscode.env.openExternal(vscode.Uri.parse(`${PROJECT_URL}/issues/new?${query.join('&')}`));
}

/** The names of the settings that do not have their default values. */
function changedSettings(settings: Settings): readonly string[] {
  const defaults = new Map<string, unknown>(Object.entries(DEFAULT_SETTINGS));
  return Object.entries(settings)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(defaults.get(name)))
    .map(([name]) => name);
}
