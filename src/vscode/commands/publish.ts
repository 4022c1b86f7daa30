import * as vscode from 'vscode';
import { type PublishPlan, publishPlan } from '../../core/compose/days/publish.ts';
import { ownTime, publishSteps } from '../../core/compose/days/publishSteps.ts';
import type { Capitals } from '../../core/compose/frontMatter/capitals.ts';
import { zonedNow } from '../../core/dates/timeZone.ts';
import type { Newsroom } from '../../core/newsroom/newsroom.ts';
import type { Span } from '../../core/text/text.ts';
import { activeEntry, pathBelow } from '../documents/activeEntry.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { toRange } from '../editor/convert.ts';
import { moveEntry } from '../editor/moveFile.ts';
import { showFileExists, showInfo, showWarning } from '../editor/notifications.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import type { Names } from '../newsrooms/properNames.ts';
import { settingsFor } from '../newsrooms/settings.ts';

interface Parts {
  readonly entries: EntryDocuments;
  readonly newsrooms: Newsrooms;
  readonly names: Names;
}

/** What the writer may choose before an entry goes out. */
interface Choices {
  readonly withSentence: boolean;
  readonly keepDate: boolean;
}

/** Shows what publishing an entry will change, and what speaks against it; then does it as one edit, and saves. */
export async function publishEntry({ entries, newsrooms, names }: Parts, given: unknown): Promise<void> {
  const document = await activeEntry(entries, given);
  const root = document && newsrooms.rootOf(document.uri);
  if (!document || !root) return;
  const newsroom = await newsrooms.read(root);
  const capitals = await names.of(root);
  const path = pathBelow(root, document.uri);
  const planFor = (choices: Choices) => planOf(entries, document, { path, newsroom, capitals, ...choices });

  let choices: Choices = { withSentence: false, keepDate: isOfItsOwnDate(planFor) };
  for (;;) {
    const plan = planFor(choices);
    const [conflict] = plan.conflicts;
    if (conflict?.reason === 'exists')
      return showFileExists(vscode.Uri.joinPath(root, conflict.path), conflict.message);
    if (conflict) return showWarning(conflict.message);
    const { version } = document;
    const answer = await ask(document, rowsOf(entries, document, path, plan, choices));
    if (answer === undefined) return;
    if ('from' in answer) return jump(document, answer);
    if (answer.does === 'publish') {
      // The time goes on while the writer reads; what is shown is what is done as long as the text is the same.
      if (document.version === version) return publish(newsrooms, root, document, planFor(choices));
      showInfo('The entry has changed meanwhile. Look again at what publishing it will do.');
    } else choices = { ...choices, [answer.does]: !choices[answer.does] };
  }
}

function planOf(
  entries: EntryDocuments,
  document: vscode.TextDocument,
  request: Choices & { readonly path: string; readonly newsroom: Newsroom; readonly capitals: Capitals },
): PublishPlan {
  const { path, newsroom, capitals, withSentence, keepDate } = request;
  const { folders, fileName, rules } = settingsFor(document.uri);
  const entry = entries.entry(document);
  const zone = newsroom.zone();
  return publishPlan(entry, {
    path,
    now: (keepDate && ownTime(entry)) || zonedNow(Date.now(), zone),
    zone,
    surroundings: entries.surroundings(document),
    severities: rules,
    folders,
    fileName,
    withSentence,
    capitals,
  });
}

/** An entry that goes out late has the date that its number asks for. */
function isOfItsOwnDate(planFor: (choices: Choices) => PublishPlan): boolean {
  const isWrong = (keepDate: boolean) =>
    planFor({ withSentence: false, keepDate }).blockers.some(({ rule }) => rule === 'day-number');
  return isWrong(false) && !isWrong(true);
}

async function publish(
  newsrooms: Newsrooms,
  root: vscode.Uri,
  document: vscode.TextDocument,
  { path, edits }: PublishPlan,
): Promise<void> {
  const before = document.uri;
  const moved = await moveEntry(document, vscode.Uri.joinPath(root, path), edits);
  if (!moved) return;
  const isSaved = await moved.save();
  await Promise.all([newsrooms.note(root, before), newsrooms.note(root, moved.uri)]);
  if (isSaved) showInfo(`Published as ${path}.`);
  else showWarning(`The entry is now ${path}, but it could not be saved. What you wrote is in the editor.`);
}

type Answer = { readonly does: 'publish' | keyof Choices } | Span;

interface Row extends vscode.QuickPickItem {
  readonly answer?: Answer;
}

function rowsOf(
  entries: EntryDocuments,
  document: vscode.TextDocument,
  path: string,
  plan: PublishPlan,
  { withSentence, keepDate }: Choices,
): Row[] {
  const entry = entries.entry(document);
  const { blockers, warnings } = plan;
  const own = ownTime(entry);
  const left = (icon: string) => (problem: PublishPlan['blockers'][number]) => ({
    label: `$(${icon}) ${problem.message}`,
    description: `line ${document.positionAt(problem.from).line + 1}`,
    answer: { from: problem.from, to: problem.to },
  });
  const go: Row =
    blockers.length === 0
      ? { label: '$(check) Publish', description: plan.path, answer: { does: 'publish' } }
      : {
          label: '$(warning) Publish Anyway',
          description: `with ${blockers.length} ${blockers.length === 1 ? 'error' : 'errors'} that readers will see`,
          answer: { does: 'publish' },
        };
  const steps = publishSteps(entry, path, plan).map(({ title, detail, from, to }) => ({
    label: `$(arrow-small-right) ${title}`,
    description: detail,
    answer: { from, to },
  }));
  const sentence = withSentence ? 'Leave the One Sentence as It Is' : 'Write Today in One Sentence Too';
  return [
    ...(blockers.length === 0
      ? [go]
      : [separator('Broken: go to it, and mend it first'), ...blockers.map(left('error')), go]),
    separator('This will change'),
    ...steps,
    separator('Choose'),
    { label: `$(edit) ${sentence}`, answer: { does: 'withSentence' } },
    ...(own
      ? [
          {
            label: `$(clock) ${keepDate ? 'Stamp the Date Now' : 'Keep the Date as It Is'}`,
            description: keepDate ? '' : `${own.date} ${own.time}`,
            answer: { does: 'keepDate' } as const,
          },
        ]
      : []),
    ...(warnings.length > 0 ? [separator('Worth another look'), ...warnings.map(left('warning'))] : []),
  ];
}

function separator(label: string): Row {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

async function ask(document: vscode.TextDocument, rows: readonly Row[]): Promise<Answer | undefined> {
  const title = `Publish ${vscode.workspace.asRelativePath(document.uri, false)}`;
  const placeHolder = 'Nothing has been changed yet';
  return (await vscode.window.showQuickPick(rows, { title, placeHolder, matchOnDescription: true }))?.answer;
}

async function jump(document: vscode.TextDocument, span: Span): Promise<void> {
  await vscode.window.showTextDocument(document, { selection: toRange(document, span) });
}
