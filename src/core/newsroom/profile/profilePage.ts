import { plural } from '../../text/plural.ts';
import type { Span } from '../../text/text.ts';
import { describeFacts, type FactDescription } from './describeProfile.ts';
import type { NewsroomProfile } from './profile.ts';
import { type ConfiguredFacts, type ProfileFact, profileFacts } from './profileFacts.ts';

/** A page in Markdown about what was learned, with what can be clicked in it. */
export interface ProfilePage {
  readonly text: string;
  /** Each fact that a setting can state, and the offset of its heading. */
  readonly facts: readonly { readonly offset: number; readonly fact: ProfileFact }[];
  /** The paths of entries that disagree. */
  readonly links: readonly (Span & { readonly path: string })[];
}

/** The page about a newsroom's profile: every fact, its evidence, and the entries that disagree. */
export function profilePage(profile: NewsroomProfile, configured: ConfiguredFacts): ProfilePage {
  const facts: { offset: number; fact: ProfileFact }[] = [];
  const links: (Span & { path: string })[] = [];
  let text = `# How this log is written\n\n${introduction(profile)}\n`;
  const descriptions = describeFacts(profile);
  for (const [index, fact] of profileFacts(profile, configured).entries()) {
    const description = descriptions[index];
    if (!description) continue;
    text += '\n';
    facts.push({ offset: text.length, fact });
    text += `## ${description.name}\n\n${describeValue(description, fact)}\n`;
    if (fact.disagree.length === 0) continue;
    text += `\nNot so ${fact.of - fact.agree > fact.disagree.length ? 'for example ' : ''}in:\n\n`;
    for (const path of fact.disagree) {
      text += '- ';
      links.push({ from: text.length, to: text.length + path.length, path });
      text += `${path}\n`;
    }
  }
  return { text, facts, links };
}

function introduction({ entries, unnumbered }: NewsroomProfile): string {
  if (entries === 0) return 'There are no entries yet. Daybook learns from the first one on.';
  const without = unnumbered > 0 ? `, ${unnumbered} of them not part of the numbered series` : '';
  return [
    `Learned from ${plural(entries, 'entry', 'entries')}${without}. New entries follow it, and the rules judge by it.`,
    'What is wrong can be corrected in `daybook.json`, where a setting overrides what was learned.',
  ].join('\n');
}

function describeValue({ value, since, evidence }: FactDescription, fact: ProfileFact): string {
  if (fact.source === 'setting') {
    const learned = value === fact.value ? '' : `; the entries show: ${value}`;
    return `${String(fact.value)}, from the settings (${evidence}${learned})`;
  }
  return `${value}${since} (${evidence})`;
}
