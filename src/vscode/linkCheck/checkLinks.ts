import * as vscode from 'vscode';
import { type ExternalLink, externalLinks } from '../../core/linkCheck/externalLinks.ts';
import { sayFinding, sayFindings } from '../../core/linkCheck/messages.ts';
import { LIMITS, openRequestQueue } from '../../core/linkCheck/requestQueue.ts';
import { isFresh, type StoredResult } from '../../core/linkCheck/storedResults.ts';
import { numbered } from '../../core/lint/tally.ts';
import { activeEntry } from '../documents/activeEntry.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import { toRange } from '../editor/convert.ts';
import { showInfo } from '../editor/notifications.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { askAll, type Fetch, type HttpClient } from './httpClient.ts';
import type { ResultStore } from './resultStore.ts';

/** The way to the network. Declared here and not for the whole layer, so that no other file has it. */
declare const fetch: Fetch;

/** *Check Links*: whether the pages that an entry cites are still there. Nothing is asked before the writer has said yes. */
interface LinkCheck {
  /** Checks the entry at an address, else the active one. */
  run(given: unknown): Promise<void>;
}

export function openLinkCheck(
  entries: EntryDocuments,
  newsrooms: Newsrooms,
  checks: ResultStore,
  limits = LIMITS,
): LinkCheck {
  /** Asks for pages, with progress; tells whether all were asked for. */
  const ask = async (addresses: readonly string[]): Promise<boolean> => {
    const options = { location: vscode.ProgressLocation.Notification, title: 'Checking links', cancellable: true };
    return vscode.window.withProgress(options, async (bar, token) => {
      const ending = new AbortController();
      const cancelling = token.onCancellationRequested(() => ending.abort());
      let done = 0;
      bar.report({ message: `0 of ${addresses.length}` });
      const web: HttpClient = { fetch: (address, init) => fetch(address, init), now: () => Date.now() };
      await askAll(openRequestQueue(addresses, limits), web, {
        timeout: limits.timeout,
        signal: ending.signal,
        onFound({ address, finding }) {
          checks.note(address, { ...finding, at: Date.now() });
          done++;
          bar.report({ message: `${done} of ${addresses.length}`, increment: 100 / addresses.length });
        },
      });
      cancelling.dispose();
      await checks.save();
      return done === addresses.length;
    });
  };
  const check = async (document: vscode.TextDocument, isAnew: boolean): Promise<void> => {
    const pages = await pagesOf(entries, newsrooms, document);
    if (pages.length === 0) return showInfo('This entry links to no page beyond its own site.');
    await checks.ready;
    const now = Date.now();
    const isKnown = ({ address }: ExternalLink) => {
      const known = checks.at(address);
      return !isAnew && known !== undefined && isFresh(known, now);
    };
    const due = pages.filter((page) => !isKnown(page)).map(({ address }) => address);
    if (due.length > 0 && !(await mayAsk(due))) return;
    const isWhole = due.length === 0 || (await ask(due));
    const rows = pages.flatMap((page): Row[] => {
      const known = checks.at(page.address);
      return known === undefined ? [] : [{ page, check: known }];
    });
    void conclude(document, rows, { isWhole, isOld: due.length === 0, again: () => check(document, true) });
  };
  return {
    async run(given) {
      const document = await activeEntry(entries, given);
      if (document) await check(document, false);
    },
  };
}

async function pagesOf(
  entries: EntryDocuments,
  newsrooms: Newsrooms,
  document: vscode.TextDocument,
): Promise<readonly ExternalLink[]> {
  const root = newsrooms.rootOf(document.uri);
  return externalLinks(entries.entry(document), root && (await newsrooms.siteUrl(root)));
}

/** Whether the writer has allowed it, this time or before. Only their own settings count, never those of a folder. */
async function mayAsk(addresses: readonly string[]): Promise<boolean> {
  const setting = 'linkCheck.enabled';
  const configuration = vscode.workspace.getConfiguration('daybook');
  if (configuration.inspect<boolean>(setting)?.globalValue === true) return true;
  const yes = {
    label: '$(globe) Ask the Sites',
    description: 'now, and whenever you run Check Links, until you turn it off in the settings',
    detail: 'Each site sees that you ask for its pages, and nothing else.',
  };
  const no = { label: '$(circle-slash) Stay Offline', description: 'nothing is sent' };
  const picked = await vscode.window.showQuickPick([yes, no], {
    title: 'Check Links',
    placeHolder: `Daybook has not used the network so far. May it ask for ${numbered(addresses.length, 'page')}?`,
    ignoreFocusOut: true,
  });
  if (picked !== yes) return false;
  await configuration.update(setting, true, vscode.ConfigurationTarget.Global);
  return true;
}

/** A page of the entry and what is known of it. */
interface Row {
  readonly page: ExternalLink;
  readonly check: StoredResult;
}

interface Conclusion {
  readonly isWhole: boolean;
  /** Whether nobody had to be asked. */
  readonly isOld: boolean;
  readonly again: () => Promise<void>;
}

async function conclude(
  document: vscode.TextDocument,
  rows: readonly Row[],
  { isWhole, isOld, again }: Conclusion,
): Promise<void> {
  const found = sayFindings(rows.map(({ check }) => check));
  const doubtful = rows.filter(({ check }) => check.verdict !== 'there').sort((a, b) => loudness(a) - loudness(b));
  const parts = [isWhole ? found : `Stopped. ${found}`];
  if (isOld) parts.push('All were checked a short while ago.');
  if (isBrowser() && doubtful.some(({ check }) => check.because === 'unreachable'))
    parts.push('In a browser most sites do not answer an editor: VS Code on the desktop can ask them.');
  const show = 'Show Them';
  const anew = 'Check Again';
  const offers = [...(doubtful.length > 0 ? [show] : []), ...(isOld ? [anew] : [])];
  const answer = await vscode.window.showInformationMessage(parts.join(' '), ...offers);
  if (answer === show) await pick(document, doubtful);
  if (answer === anew) await again();
}

/** What is gone comes first. */
function loudness({ check }: Row): number {
  return check.verdict === 'gone' ? 0 : 1;
}

/** Lists pages; to pick one is to go to its address. */
async function pick(document: vscode.TextDocument, rows: readonly Row[]): Promise<void> {
  const version = document.version;
  const items = rows.map(({ page, check }) => ({
    label: `$(${check.verdict === 'gone' ? 'error' : 'question'}) ${page.address}`,
    detail: sayFinding(page.address, check),
    page,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Check Links',
    placeHolder: 'Pick a page to go to its address',
    matchOnDetail: true,
  });
  const [span] = picked?.page.spans ?? [];
  if (!span) return;
  const selection = document.version === version ? toRange(document, span) : undefined;
  await vscode.window.showTextDocument(document, selection ? { selection } : {});
}

/** Whether a browser runs the extension: there, sites have to agree to be asked. */
function isBrowser(): boolean {
  return 'WorkerGlobalScope' in globalThis;
}
