import * as vscode from 'vscode';
import { type InlayHint, inlayHintsIn } from '../../core/languageFeatures/inlayHints.ts';
import { escapeMarkdown } from '../../core/text/escapeMarkup.ts';
import type { Services } from '../documents/services.ts';
import { toSpan } from '../editor/convert.ts';
import { dayLink } from './dayLink.ts';

/** Shows which earlier day also cites an address, and which number a section will get. */
export function registerInlayHints({ entries }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provider: vscode.InlayHintsProvider = {
    onDidChangeInlayHints: changed.event,
    provideInlayHints(document, range) {
      const context = entries.contextOf(document);
      if (!context) return [];
      const { entry, root, stage, day, settings, ruleContext } = context;
      if (settings.inlayHints === 'off' || (settings.inlayHints === 'drafts' && stage !== 'draft')) return [];
      context.archive(); // brings the citation lookup up to the last keystroke
      const { from, to } = toSpan(document, range);
      return inlayHintsIn(entry, day, ruleContext.citationLookup)
        .filter(({ offset }) => from <= offset && offset <= to)
        .map((hint) => toInlayHint(document, root, hint));
    },
  };
  return vscode.Disposable.from(
    changed,
    entries.onDidChange(() => changed.fire()),
    vscode.languages.registerInlayHintsProvider({ language: 'markdown' }, provider),
  );
}

function toInlayHint(document: vscode.TextDocument, root: vscode.Uri, { offset, parts }: InlayHint): vscode.InlayHint {
  const labelParts = parts.map(({ text, tooltip, day }) => {
    const part = new vscode.InlayHintLabelPart(text);
    part.tooltip = day
      ? new vscode.MarkdownString(`${escapeMarkdown(tooltip)} ${dayLink(root, 'Open it', day.path)}`)
      : tooltip;
    return part;
  });
  const hint = new vscode.InlayHint(document.positionAt(offset), labelParts);
  hint.paddingLeft = true;
  return hint;
}
