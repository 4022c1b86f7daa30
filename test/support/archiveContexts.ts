import { dialectOf } from '../../src/core/engines/engine.ts';
import { anchorsIn } from '../../src/core/entry/anchor.ts';
import { parseEntry } from '../../src/core/entry/parse.ts';
import { readDay, withCountdowns } from '../../src/core/entry/readDay.ts';
import type { Stage } from '../../src/core/entry/stage.ts';
import type { RuleContext } from '../../src/core/lint/rule.ts';
import { newsroomOf, ruleContextOf } from '../../src/core/newsroom/newsroom.ts';
import { readSiteConfig } from '../../src/core/newsroom/siteConfig.ts';
import { citedOutlets } from '../../src/core/outlets/citedOutlets.ts';
import { learnOutlets } from '../../src/core/outlets/outlets.ts';
import { renderBody } from '../../src/core/render/renderBody.ts';
import { lazy } from '../../src/core/text/lazy.ts';

/** An entry and its path below the root of its archive. */
export interface ArchiveEntry {
  readonly path: string;
  readonly text: string;
}

/** Returns the rule context of each entry of an archive, as the command line has it. `config` is the text of its `_config.yml`. */
export function archiveContexts(
  entries: readonly ArchiveEntry[],
  config = '',
): (path: string, stage: Stage) => RuleContext {
  const parsed = new Map(entries.map(({ path, text }) => [path, parseEntry(text)]));
  const site = readSiteConfig(config);
  const newsroom = newsroomOf(
    Array.from(parsed, ([path, entry]) => withCountdowns(readDay(entry, path, false), entry)),
    {
      timezone: site.timezone,
      markdown: dialectOf(site.engine),
      epochs: [],
      systemZone: () => 'UTC',
      outlets: lazy(() => learnOutlets(citedOutlets(entries.map(({ text }) => text)))),
      anchorsOf(path) {
        const target = parsed.get(path);
        return target && anchorsIn(renderBody(target.text.slice(target.body.from)));
      },
    },
  );
  return (path, stage) => ruleContextOf(newsroom, path, stage);
}
