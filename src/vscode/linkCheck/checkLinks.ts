import * as vscode from 'vscode';
import { type ExternalLink, externalLinks } from '../../core/linkCheck/externalLinks.ts';
import { resultMessage, resultsMessage } from '../../core/linkCheck/messages.ts';
import { openRequestQueue, REQUEST_LIMITS } from '../../core/linkCheck/requestQueue.ts';
import { isFresh, type StoredResult } from '../../core/linkCheck/storedResults.ts';
import { escapeIcons, escapeLinks } from '../../core/text/escapeMarkup.ts';
import { plural } from '../../core/text/plural.ts';
import { activeEntry } from '../documents/activeEntry.ts';
import type { EntryDocuments } from '../documents/entryDocuments.ts';
import type { Services } from '../documents/services.ts';
import { toRange } from '../editor/convert.ts';
import { log } from '../editor/log.ts';
import { showInfo } from '../editor/notifications.ts';
import type { Newsrooms } from '../newsrooms/newsrooms.ts';
import { type Fetch, type HttpClient, sendRequests } from './httpClient.ts';
import type { ResultStore } from './resultStore.ts';

/** Declared here instead of in a types file, so that no other file of the extension can use the network. */
declare const fetch: Fetch;

/** The command *Check Links*: checks whether the pages that an entry links to still exist. Asks before it first uses the network. */
interface LinkCheck {
  /** Checks the entry with the given URI, or the active one. */
  run(given: unknown): Promise<void>;
}

export function openLinkCheck(
  { entries, newsrooms }: Services,
  results: ResultStore,
  limits = REQUEST_LIMITS,
): LinkCheck {
  /** Requests the addresses and shows the progress. Returns false if the user cancels. */
  const request = async (addresses: readonly string[]): Promise<boolean> => {
    const options = { location: vscode.ProgressLocation.Notification, title: 'Checking links', cancellable: true };
    return vscode.window.withProgress(options, async (progress, token) => {
      const controller = new AbortController();
      const cancellation = token.onCancellationRequested(() => controller.abort());
      let done = 0;
      progress.report({ message: `0 of ${addresses.length}` });
      const client: HttpClient = { fetch: (address, init) => fetch(address, init), now: () => Date.now() };
      await sendRequests(openRequestQueue(addresses, limits), client, {
        timeoutMs: limits.timeoutMs,
        signal: controller.signal,
        onResult({ address, result }) {
          results.set(address, { ...result, checkedAt: Date.now() });
          done++;
          progress.report({ message: `${done} of ${addresses.length}`, increment: 100 / addresses.length });
        },
      });
      cancellation.dispose();
      log.info(`Checked ${done} of ${addresses.length} links`);
      await results.save();
      return done === addresses.length;
    });
  };
  const check = async (document: vscode.TextDocument, isForced: boolean): Promise<void> => {
    const links = await externalLinksOf(entries, newsrooms, document);
    if (links.length === 0) return showInfo('This entry has no links to other sites.');
    await results.ready;
    const now = Date.now();
    const isCached = (address: string) => {
      const result = results.get(address);
      return !isForced && result !== undefined && isFresh(result, now);
    };
    const addresses = links.map(({ address }) => address).filter((address) => !isCached(address));
    if (addresses.length > 0 && !(await confirmNetworkUse(addresses))) return;
    const isComplete = addresses.length === 0 || (await request(addresses));
    const checkedLinks = links.flatMap((link): CheckedExternalLink[] => {
      const result = results.get(link.address);
      return result === undefined ? [] : [{ link, result }];
    });
    const isFromCache = addresses.length === 0;
    void showResults(document, checkedLinks, { isComplete, isFromCache, checkAgain: () => check(document, true) });
  };
  return {
    async run(given) {
      const document = await activeEntry(entries, given);
      if (document) await check(document, false);
    },
  };
}

async function externalLinksOf(
  entries: EntryDocuments,
  newsrooms: Newsrooms,
  document: vscode.TextDocument,
): Promise<readonly ExternalLink[]> {
  const root = newsrooms.rootOf(document.uri);
  return externalLinks(entries.entryOf(document), root && (await newsrooms.siteUrlOf(root)));
}

/** Whether the user allows network use, now or in an earlier session. Only user settings count, never those of a folder. */
async function confirmNetworkUse(addresses: readonly string[]): Promise<boolean> {
  const setting = 'linkCheck.enabled';
  const configuration = vscode.workspace.getConfiguration('daybook');
  if (configuration.inspect<boolean>(setting)?.globalValue === true) return true;
  const allow = {
    label: '$(globe) Allow Requests',
    description: 'now and whenever you run Check Links, until you turn it off in the settings',
    detail: 'Each site sees a request for the linked page, and nothing else.',
  };
  const deny = { label: '$(circle-slash) Stay Offline', description: 'nothing is sent' };
  const picked = await vscode.window.showQuickPick([allow, deny], {
    title: 'Check Links',
    placeHolder: `Daybook has not used the network so far. Allow it to request ${plural(addresses.length, 'page')}?`,
    ignoreFocusOut: true,
  });
  if (picked !== allow) return false;
  await configuration.update(setting, true, vscode.ConfigurationTarget.Global);
  return true;
}

interface CheckedExternalLink {
  readonly link: ExternalLink;
  readonly result: StoredResult;
}

interface CheckSummary {
  /** False if the user canceled the check. */
  readonly isComplete: boolean;
  /** Whether all results are from earlier checks. */
  readonly isFromCache: boolean;
  readonly checkAgain: () => Promise<void>;
}

async function showResults(
  document: vscode.TextDocument,
  checkedLinks: readonly CheckedExternalLink[],
  { isComplete, isFromCache, checkAgain }: CheckSummary,
): Promise<void> {
  const summary = resultsMessage(checkedLinks.map(({ result }) => result));
  const doubtful = checkedLinks
    .filter(({ result }) => result.verdict !== 'available')
    .sort((a, b) => sortRank(a) - sortRank(b));
  const sentences = [isComplete ? summary : `Canceled. ${summary}`];
  if (isFromCache) sentences.push('All of them were checked recently.');
  if (isBrowser() && doubtful.some(({ result }) => result.reason === 'unreachable'))
    sentences.push('Most sites can only be checked from VS Code on the desktop, not from a browser.');
  const showLinks = 'Show Links';
  const runAgain = 'Check Again';
  const buttons = [...(doubtful.length > 0 ? [showLinks] : []), ...(isFromCache ? [runAgain] : [])];
  const answer = await vscode.window.showInformationMessage(escapeLinks(sentences.join(' ')), ...buttons);
  if (answer === showLinks) await pickLink(document, doubtful);
  if (answer === runAgain) await checkAgain();
}

/** Pages that are gone come first. */
function sortRank({ result }: CheckedExternalLink): number {
  return result.verdict === 'gone' ? 0 : 1;
}

/** Lists links, and reveals the picked one in the entry. */
async function pickLink(document: vscode.TextDocument, checkedLinks: readonly CheckedExternalLink[]): Promise<void> {
  const version = document.version;
  const items = checkedLinks.map(({ link, result }) => ({
    label: `$(${result.verdict === 'gone' ? 'error' : 'question'}) ${escapeIcons(link.address)}`,
    detail: escapeIcons(resultMessage(link.address, result)),
    link,
  }));
  const picked = await vscode.window.showQuickPick(items, {
    title: 'Check Links',
    placeHolder: 'Select a link to go to it in the entry',
    matchOnDetail: true,
  });
  const [span] = picked?.link.spans ?? [];
  if (!span) return;
  const selection = document.version === version ? toRange(document, span) : undefined;
  await vscode.window.showTextDocument(document, selection ? { selection } : {});
}

/** Whether the extension runs in a browser, where most sites refuse requests of other origins. */
function isBrowser(): boolean {
  return 'WorkerGlobalScope' in globalThis;
}
