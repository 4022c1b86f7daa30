import * as vscode from 'vscode';
import { dayName } from '../../core/entry/dayName.ts';
import { type CitationHover, hoverAt, type LabelHover } from '../../core/languageFeatures/hover.ts';
import { escapeMarkdown } from '../../core/text/escapeMarkup.ts';
import { pluralNoun } from '../../core/text/plural.ts';
import type { EntryContext } from '../documents/entryContext.ts';
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
  const { entry, day, ruleContext, outletUsages } = context;
  const hover = hoverAt(entry, document.offsetAt(position), {
    outletUsages: outletUsages(),
    citationLookup: ruleContext.citationLookup,
    ownDay: day,
  });
  if (!hover) return undefined;
  const text = hover.kind === 'citation' ? citationText(hover, context) : labelText(hover);
  return new vscode.Hover(new vscode.MarkdownString(text), toRange(document, hover));
}

function citationText(
  { outlet, host, usage, earlier, publicationDate }: CitationHover,
  { root, archive }: EntryContext,
): string {
  const lines = [`**${escapeMarkdown(outlet === '' ? host : outlet)}** · ${escapeMarkdown(host)}`];
  if (usage) {
    const times = usage.count === 1 ? 'once' : `${usage.count.toLocaleString('en-US')} times`;
    lines.push(`Cited ${times}, last on ${dayLink(root, dayName(usage.lastDay), usage.lastDay.path)}`);
  } else if (archive()) lines.push('Not cited by this name in any published entry');
  if (earlier.length > 0) {
    const days = earlier.slice(0, MAX_DAYS).map((day) => dayLink(root, dayName(day), day.path));
    const rest = earlier.length > MAX_DAYS ? ` and ${earlier.length - MAX_DAYS} more` : '';
    lines.push(`This page: also on ${days.join(', ')}${rest}`);
  }
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
