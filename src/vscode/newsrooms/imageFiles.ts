import * as vscode from 'vscode';
import { imagesOf, localImagePath } from '../../core/entry/images.ts';
import { sitePathCandidates } from '../../core/files/sitePaths.ts';
import type { RuleContext } from '../../core/lint/rule.ts';
import type { EntryContext } from '../documents/entryContext.ts';
import { statFile } from '../editor/fileSystem.ts';
import type { Newsrooms } from './newsrooms.ts';

/** The rule context of an entry, which also knows which of the entry's images exist: for readiness, not for every keystroke. */
export async function withImageFiles(
  newsrooms: Newsrooms,
  { entry, root, ruleContext }: EntryContext,
): Promise<RuleContext> {
  const paths = new Set(imagesOf(entry.text, entry).flatMap((image) => localImagePath(image) ?? []));
  if (paths.size === 0) return ruleContext;
  const { baseUrl } = await newsrooms.siteAddressOf(root);
  const existing = await Promise.all(
    [...paths].slice(0, MAX_IMAGES).map(async (path) => {
      const candidates = sitePathCandidates(path, baseUrl);
      const stamps = await Promise.all(candidates.map((candidate) => statFile(vscode.Uri.joinPath(root, candidate))));
      return [path, stamps.some((stamp) => stamp !== undefined)] as const;
    }),
  );
  const files = new Map(existing);
  return { ...ruleContext, hasFile: (path) => files.get(path) ?? true };
}

/** An entry has a few. More are not looked for. */
const MAX_IMAGES = 200;
