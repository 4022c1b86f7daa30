import * as vscode from 'vscode';
import type { Newsroom } from '../../core/newsroom/newsroom.ts';
import { profileOf } from '../../core/newsroom/profile/profile.ts';
import { profileFacts } from '../../core/newsroom/profile/profileFacts.ts';
import type { Settings } from '../../core/settings/settings.ts';
import { log } from '../editor/log.ts';

/** Logs what was learned from the entries of a newsroom, if the log shows that much. */
export function logFacts({ facts }: Newsroom, settings: Settings): void {
  if (log.logLevel === vscode.LogLevel.Off || log.logLevel > vscode.LogLevel.Debug) return;
  for (const { name, value, agree, of, source, strength } of profileFacts(profileOf(facts), settings)) {
    log.debug(`${name}: ${JSON.stringify(value)} (${source}, ${strength}, ${agree} of ${of} entries)`);
  }
}
