import type { CitationLookup } from '../archive/archiveIndex.ts';
import type { EngineName } from '../engines/engine.ts';
import type { Day } from '../entry/day.ts';
import type { Entry } from '../entry/entry.ts';
import type { LiteralKind } from '../entry/literals.ts';
import type { Stage } from '../entry/stage.ts';
import type { TitleForm } from '../entry/titleForm.ts';
import type { Outlets } from '../outlets/outlets.ts';
import type { Edit, Span } from '../text/text.ts';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** Edits that correct a finding. Their spans do not overlap and touch nothing else. */
export interface Fix {
  /** An imperative: `Close the citation group`. */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Where to place the cursor afterwards, as an offset in the text of the first edit; for example, inside `[CNN](…)`. */
  readonly caret?: number;
}

/** Another location that helps to understand a finding, such as the first citation of an address. */
export interface Related extends Span {
  /** The path below the newsroom's root, if the location is in another file. The span refers to that file. */
  readonly path?: string;
  /** One sentence about this location. */
  readonly message: string;
}

/** A problem that a rule found in an entry. */
export interface Finding extends Span {
  /** One sentence: what is wrong and, where it helps, what is expected. */
  readonly message: string;
  /** Overrides the severity of the rule. */
  readonly severity?: Severity;
  /** A correction that is certain enough to be part of fix-all. */
  readonly fix?: Fix;
  /** Corrections to choose from; never applied automatically. */
  readonly suggestions?: readonly Fix[];
  readonly related?: readonly Related[];
}

/** Upper bound on findings per rule and entry; keeps hostile input linear. No real entry comes near it. */
export const MAX_FINDINGS_PER_RULE = 10_000;

/** Appends findings up to `MAX_FINDINGS_PER_RULE`. */
export function addFindings(findings: Finding[], newFindings: Iterable<Finding>): void {
  for (const finding of newFindings) {
    if (findings.length >= MAX_FINDINGS_PER_RULE) return;
    findings.push(finding);
  }
}

/** A finding with the id of its rule and the severity that applies. */
export interface Problem extends Finding {
  readonly rule: string;
  readonly severity: Severity;
}

/** Everything a rule may know beyond the text of the entry. */
export interface RuleContext {
  readonly stage: Stage;
  /** The file's name without folders: `2020-01-05-day-1081.markdown`. */
  readonly fileName: string;
  /** The day number that belongs to a date (`YYYY-MM-DD`); undefined if no count is known. */
  readonly dayNumber: (date: string) => number | undefined;
  /** The UTC offsets (`-08:00`) that a local date and time can have in the newsroom's time zone; undefined if the zone is not certain. */
  readonly utcOffsets: (date: string, time: string) => readonly string[] | undefined;
  /** The outlets and their hosts. */
  readonly outlets: Outlets;
  /** The entry's path below the newsroom's root, with `/`: `_posts/2020-01-05-day-1081.markdown`. */
  readonly path: string;
  /** The days of the archive; empty if there is no archive. */
  readonly days: readonly Day[];
  /** The front matter keys, besides title and date, that a published entry of that date has. */
  readonly requiredKeys: (date: string | undefined) => readonly string[];
  /** The form of the titles of numbered entries; null if titles have no numbers. */
  readonly title: TitleForm | null;
  /** How the entries are counted. */
  readonly numbering: () => Numbering;
  /** The events in the settings that entries count down to. */
  readonly countdowns: readonly Countdown[];
  /** The events that several entries count down to. */
  readonly learnedCountdowns: () => readonly LearnedCountdown[];
  /** Whether the entry at that path certainly has the anchor; faster than listing all its anchors. */
  readonly hasAnchor: (path: string, anchor: string) => boolean;
  /** The anchors of the archive's entry at that path; undefined if they are not known. */
  readonly anchorsOf: (path: string) => readonly string[] | undefined;
  /** Finds earlier citations of an address. */
  readonly citationLookup: CitationLookup;
  /** Which Markdown the site reads. */
  readonly markdown: EngineName;
  /** The newsroom's own list of tracking parameters; one with `!` before it is not for tracking. */
  readonly trackingParameters: readonly string[];
  /** Whether the file at a path below the site's root exists; absent while nobody has looked, as on a keystroke. */
  readonly hasFile?: (path: string) => boolean;
}

/** An event that entries count down to: `The {phrase} is in 304 days.` */
export interface Countdown {
  readonly phrase: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
}

/** An event that the entries show. Its evidence has the shape of a fact of the newsroom's profile. */
export interface LearnedCountdown {
  readonly value: Countdown;
  readonly strength: 'certain' | 'likely' | 'guess' | 'unknown';
}

/** How entries are counted: one more each calendar day, each entry or each week, or not at all. */
export interface Numbering {
  readonly kind: 'calendar' | 'entries' | 'weeks' | 'none';
  /** Whether the settings say so or many entries agree. */
  readonly isCertain: boolean;
}

/** An entry as rules see it: `text` is masked where it is not prose (`Entry.prose`), and of the same length as the source. */
export interface RuleEntry extends Entry {
  /** The text as written, for fixes that move or keep words, and for the few rules that are about what is masked. */
  readonly source: string;
}

/** A severity that a rule gives to some of its findings. */
interface OtherSeverity {
  readonly severity: Severity;
  /** What these findings are, to follow the severity in a sentence: `if two names have one address`. */
  readonly when: string;
}

/** Every severity of a rule's findings at a stage, the usual one first: `warning, error`. A rule that is off has no others. */
export function severitiesOf({ severity, otherSeverities = [] }: Rule, stage: Stage): string {
  const usual = severity[stage];
  if (usual === 'off') return usual;
  return [...new Set([usual, ...otherSeverities.map((other) => other.severity)])].join(', ');
}

/** A check for one kind of fault. */
export interface Rule {
  readonly id: string;
  /** What is required, in the present tense. */
  readonly summary: string;
  /** The reason, for the rule's page: a few sentences. */
  readonly why: string;
  /** The default severity for drafts and for published entries. */
  readonly severity: Readonly<Record<Stage, Severity | 'off'>>;
  /** An example entry with the fault, its span marked `⟦…⟧`, and no other fault. */
  readonly bad: string;
  /** The corrected example. If the rule has a fix, the fix turns `bad` into `good`. */
  readonly good: string;
  /** Other severities than the default that some of its findings have, and when. A setting overrides them too. */
  readonly otherSeverities?: readonly OtherSeverity[];
  /** Set if the examples show the fault at one stage only. Examples are published entries by default. */
  readonly exampleStage?: Stage;
  /**
   * The parts of an entry besides prose that the rule is about, so that it may report and change them. `address` is a valid address, of a
   * link or pasted; `line` is what Markdown takes a line for: a list item, a heading, text. Everything else that is not prose is out of
   * reach: the text is masked there, and findings and edits are dropped.
   */
  readonly reaches?: readonly (LiteralKind | 'address' | 'line')[];
  check(entry: RuleEntry, context: RuleContext): readonly Finding[];
}
