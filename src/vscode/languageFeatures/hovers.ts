import * as vscode from 'vscode';
import { dayName } from '../../core/languageFeatures/completion.ts';
import { type CitationHover, hoverAt, type LabelHover } from '../../core/languageFeatures/hover.ts';
import { type Known, knownAround, linkToDay, type Rooms } from '../documents/entryContext.ts';
import { toRange } from '../editor/convert.ts';

/** Tells of a citation what the archive knows of it, and of a label what its item holds. */
export function hoverOver(
  rooms: Rooms,
  document: vscode.TextDocument,
  position: vscode.Position,
): vscode.Hover | undefined {
  const known = knownAround(rooms, document);
  const hover =
    known && hoverAt(rooms.entries.entry(document), document.offsetAt(position), { ...known, uses: known.uses() });
  if (!hover) return undefined;
  const text = hover.kind === 'citation' ? ofCitation(hover, known) : ofLabel(hover);
  return new vscode.Hover(new vscode.MarkdownString(text), toRange(document, hover));
}

function ofCitation({ outlet, host, use, earlier, dated }: CitationHover, { root, archive }: Known): string {
  const lines = [`**${plain(outlet === '' ? host : outlet)}** · ${plain(host)}`];
  if (use) {
    const often = use.count === 1 ? 'once' : `${use.count.toLocaleString('en-US')} times`;
    lines.push(`Cited ${often}, last on ${linkToDay(root, dayName(use.last), use.last.path)}`);
  } else if (archive) lines.push('Never cited by this name in a published entry');
  if (earlier.length > 0) {
    const days = earlier.slice(0, FEW).map((day) => linkToDay(root, dayName(day), day.path));
    const rest = earlier.length > FEW ? ` and ${earlier.length - FEW} more` : '';
    lines.push(`This page: also on ${days.join(', ')}${rest}`);
  }
  if (dated !== undefined) lines.push(`Dated ${dated}`);
  return lines.join('\n\n');
}

/** Of days that are named one by one. */
const FEW = 5;

function ofLabel({ words, bullets, outlets }: LabelHover): string {
  const counts = [
    counted(words, 'word'),
    counted(outlets.length, 'source'),
    ...(bullets > 0 ? [counted(bullets, 'bullet')] : []),
  ];
  const names = [...new Set(outlets)].map(plain).join(' / ');
  return names === '' ? counts.join(' · ') : `${counts.join(' · ')}\n\n${names}`;
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
}

/** As Markdown that shows the text as it is. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-!|<>&~]/g, '\\$&');
}
