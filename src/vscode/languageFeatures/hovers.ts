import * as vscode from 'vscode';
import { outletUsages } from '../../core/archive/outletUsage.ts';
import { dayName } from '../../core/entry/dayName.ts';
import { type CitationHover, hoverAt, type LabelHover } from '../../core/languageFeatures/hover.ts';
import type { PartialArchive } from '../../core/newsroom/partialArchive.ts';
import { escapeMarkdown } from '../../core/text/escapeMarkup.ts';
import { pluralNoun } from '../../core/text/plural.ts';
import type { Services } from '../documents/services.ts';
import { toRange } from '../editor/convert.ts';
import { dayLink } from './dayLink.ts';

/** Shows what the archive knows about a citation, or what the item of a label contains. */
export function provideHover(
  { entries }: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const context = entries.contextOf(document);
  if (!context) return undefined;
  const { entry, root, day, ruleContext } = context;
  const known = context.known();
  const hover = hoverAt(entry, document.offsetAt(position), {
    outletUsages: known && outletUsages(known.archive),
    citationLookup: known?.archive.citationLookup ?? ruleContext.citationLookup,
    ownDay: day,
  });
  if (!hover) return undefined;
  const text = hover.kind === 'citation' ? citationText(hover, root, known) : labelText(hover);
  return new vscode.Hover(new vscode.MarkdownString(text), toRange(document, hover));
}

function citationText(
  { outlet, host, usage, earlier, publicationDate }: CitationHover,
  root: vscode.Uri,
  known: PartialArchive | undefined,
): string {
  const lines = [`**${escapeMarkdown(outlet === '' ? host : outlet)}** · ${escapeMarkdown(host)}`];
  if (usage) {
    const times = usage.count === 1 ? 'once' : `${usage.count.toLocaleString('en-US')} times`;
    const last = dayLink(root, dayName(usage.lastDay), usage.lastDay.path);
    // A later day may not have been read yet.
    lines.push(known?.isComplete ? `Cited ${times}, last on ${last}` : `Cited on ${last}`);
  } else if (known?.isComplete) lines.push('Not cited by this name in any published entry');
  if (earlier.length > 0) {
    const days = earlier.slice(0, MAX_DAYS).map((day) => dayLink(root, dayName(day), day.path));
    const others = known?.isComplete ? `${earlier.length - MAX_DAYS} more` : 'others';
    const rest = earlier.length > MAX_DAYS ? ` and ${others}` : '';
    lines.push(`This page: also on ${days.join(', ')}${rest}`);
  }
  if (!known?.isComplete) lines.push('The archive is still being read');
  if (publicationDate !== undefined) lines.push(`Dated ${publicationDate}`);
  return lines.join('\n\n');
}

/** Days beyond these are counted, not listed. */
const MAX_DAYS = 5;

function labelText({ wordCount: words, bulletCount: bullets, outlets }: LabelHover): string {
  const counts = [
    counted(words, 'word'),
    counted(outlets.length, 'source'),
    ...(bullets > 0 ? [counted(bullets, 'bullet')] : []),
  ];
  const names = [...new Set(outlets)].map(escapeMarkdown).join(' / ');
  return names === '' ? counts.join(' · ') : `${counts.join(' · ')}\n\n${names}`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${pluralNoun(count, noun)}`;
}
