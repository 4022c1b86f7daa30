import * as vscode from 'vscode';
import { type PublishPlan, publishPlan } from '../../core/compose/days/publish.ts';
import { frontMatterTime, publishSteps } from '../../core/compose/days/publishSteps.ts';
import type { Capitalization } from '../../core/compose/frontMatter/capitalization.ts';
import { todayInOneSentence } from '../../core/compose/frontMatter/todayInOneSentence.ts';
import { localDateTime } from '../../core/dates/timeZone.ts';
import { findKey, scalarValue } from '../../core/entry/keys.ts';
import { escapeIcons } from '../../core/text/escapeMarkup.ts';
import { plural } from '../../core/text/plural.ts';
import type { Span } from '../../core/text/text.ts';
import { activeEntryContext, isFrontMatterRefused } from '../documents/activeEntry.ts';
import type { EntryContext } from '../documents/entryContext.ts';
import { toRange } from '../editor/convert.ts';
import { moveEntry } from '../editor/moveFile.ts';
import { showEntryChanged, showFileExists, showInfo, showWarning } from '../editor/notifications.ts';
import { withImageFiles } from '../newsrooms/imageFiles.ts';
import type { CommandServices } from './commandServices.ts';

/** What the writer can choose before publishing. */
interface PublishOptions {
  /** Whether to write *Today in one sentence*. */
  readonly withSentence: boolean;
  /** Whether the entry keeps its date instead of getting the current one. */
  readonly keepDate: boolean;
}

/** *Publish Entry*: shows what publishing will change and which problems remain. Then does it as one edit, and saves the entry. */
export async function publishEntry(services: CommandServices, uri: unknown): Promise<void> {
  const { entries, newsrooms, properNames } = services;
  const initialContext = await activeEntryContext(services, uri);
  if (!initialContext || isFrontMatterRefused(initialContext.entry)) return;
  const { document, root } = initialContext;
  const capitalization = await properNames.of(root);

  let options: PublishOptions = { withSentence: false, keepDate: needsOwnDate(initialContext, capitalization) };
  for (;;) {
    const current = entries.contextOf(document);
    if (!current) return;
    const context = { ...current, ruleContext: await withImageFiles(newsrooms, current) };
    const plan = planFor(context, capitalization, options);
    const [conflict] = plan.conflicts;
    if (conflict?.reason === 'exists') {
      return showFileExists(vscode.Uri.joinPath(root, conflict.path), conflict.message);
    }
    if (conflict) return showWarning(conflict.message);
    const { version } = document;
    const answer = await ask(context, itemsOf(context, plan, options));
    if (answer === undefined) return;
    if (answer.action === 'goTo') return goTo(document, answer.span);
    if (answer.action === 'toggle') options = { ...options, [answer.option]: !options[answer.option] };
    else if (document.version !== version) showEntryChanged('Review the changes again.');
    else {
      // Planned again for the current time. The text has not changed, so the rest is as shown.
      return publish(services, context, planFor(context, capitalization, options));
    }
  }
}

function planFor(context: EntryContext, capitalization: Capitalization, options: PublishOptions): PublishPlan {
  const { entry, path, newsroom, settings, ruleContext } = context;
  const { folders, rules } = settings;
  const zone = newsroom.zone();
  return publishPlan(entry, {
    path,
    now: (options.keepDate && frontMatterTime(entry)) || localDateTime(Date.now(), zone),
    zone,
    ruleContext,
    severities: rules,
    folders,
    conventions: newsroom.conventions(),
    withSentence: options.withSentence,
    capitalization,
  });
}

/** Whether the day number is right for the entry's own date but wrong for today, as when an entry is published late. */
function needsOwnDate(context: EntryContext, capitalization: Capitalization): boolean {
  const isNumberWrong = (keepDate: boolean) =>
    planFor(context, capitalization, { withSentence: false, keepDate }).blockers.some(
      ({ rule }) => rule === 'day-number',
    );
  return isNumberWrong(false) && !isNumberWrong(true);
}

async function publish(
  { newsrooms, entryMoves }: CommandServices,
  { document, root }: EntryContext,
  { path, edits }: PublishPlan,
): Promise<void> {
  const move = { from: document.uri, to: vscode.Uri.joinPath(root, path) };
  const textBefore = document.getText();
  const isSaved = await entryMoves.during(move, async () => {
    const moved = await moveEntry(document, move.to, edits);
    if (!moved) return undefined;
    const hasSaved = await moved.save();
    entryMoves.remember({ ...move, textBefore, textAfter: moved.getText(), isSaved: hasSaved });
    await Promise.all([move.from, move.to].map((uri) => newsrooms.recheck(root, uri)));
    return hasSaved;
  });
  if (isSaved === undefined) return;
  if (isSaved) showInfo(`Published as ${path}.`);
  else showWarning(`The entry was moved to ${path} but could not be saved. Your text is still in the editor.`);
}

type Answer =
  | { readonly action: 'publish' }
  | { readonly action: 'toggle'; readonly option: keyof PublishOptions }
  | { readonly action: 'goTo'; readonly span: Span };

interface PublishItem extends vscode.QuickPickItem {
  readonly answer?: Answer;
}

function itemsOf(context: EntryContext, plan: PublishPlan, { withSentence, keepDate }: PublishOptions): PublishItem[] {
  const { document, entry, path } = context;
  const { blockers, warnings } = plan;
  const problemItem = (icon: string) => (problem: PublishPlan['blockers'][number]) => ({
    label: `$(${icon}) ${escapeIcons(problem.message)}`,
    description: `line ${document.positionAt(problem.from).line + 1}`,
    answer: goToAnswer(problem),
  });
  const publishItem: PublishItem =
    blockers.length === 0
      ? { label: '$(check) Publish', description: escapeIcons(plan.path), answer: { action: 'publish' } }
      : {
          label: '$(warning) Publish Anyway',
          description: `with ${plural(blockers.length, 'error')} that readers will see`,
          answer: { action: 'publish' },
        };
  const stepItems = publishSteps(entry, path, plan).map(({ title, detail, ...span }) => ({
    label: `$(arrow-small-right) ${escapeIcons(title)}`,
    description: escapeIcons(detail ?? ''),
    answer: goToAnswer(span),
  }));
  const ownTime = frontMatterTime(entry);
  const dateItem: PublishItem = {
    label: `$(clock) ${keepDate ? 'Set the Current Date' : 'Keep the Date'}`,
    description: keepDate || !ownTime ? '' : `${ownTime.date} ${ownTime.time}`,
    answer: { action: 'toggle', option: 'keepDate' },
  };
  const sentenceItem: PublishItem = {
    label: `$(edit) ${withSentence ? 'Keep "Today in One Sentence"' : 'Write "Today in One Sentence" Too'}`,
    answer: { action: 'toggle', option: 'withSentence' },
  };
  return [
    ...(blockers.length === 0
      ? [publishItem]
      : [separator('Errors to fix first'), ...blockers.map(problemItem('error')), publishItem]),
    separator('Publishing will'),
    ...stepItems,
    ...(ownTime || withSentence || !isSentenceCurrent(context) ? [separator('Options')] : []),
    ...(withSentence || !isSentenceCurrent(context) ? [sentenceItem] : []),
    ...(ownTime ? [dateItem] : []),
    ...(warnings.length > 0 ? [separator('Warnings'), ...warnings.map(problemItem('warning'))] : []),
  ];
}

/** Whether "Today in one sentence" is what Daybook would write, but for punctuation and capitals. */
function isSentenceCurrent({ entry }: EntryContext): boolean {
  const composed = todayInOneSentence(entry);
  const key = findKey(entry.frontMatter, 'todayInOneSentence');
  const wordsOf = (sentence: string) =>
    sentence
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ');
  return composed === undefined || (key !== undefined && wordsOf(scalarValue(entry.text, key)) === wordsOf(composed));
}

function goToAnswer({ from, to }: Span): Answer {
  return { action: 'goTo', span: { from, to } };
}

function separator(label: string): PublishItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

async function ask({ document }: EntryContext, items: readonly PublishItem[]): Promise<Answer | undefined> {
  const title = `Publish ${vscode.workspace.asRelativePath(document.uri, false)}`;
  const placeHolder = 'Nothing has been changed yet';
  return (await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDescription: true }))?.answer;
}

async function goTo(document: vscode.TextDocument, span: Span): Promise<void> {
  await vscode.window.showTextDocument(document, { selection: toRange(document, span) });
}
