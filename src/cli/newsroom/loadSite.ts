import { join } from 'node:path';
import type { EngineName } from '../../core/engines/engine.ts';
import { addressFinder } from '../../core/newsroom/addressFinder.ts';
import { engineOf } from '../../core/newsroom/siteConfig.ts';
import { siteValuesOf } from '../../core/newsroom/siteValues.ts';
import type { RenderOptions } from '../../core/render/renderBody.ts';
import type { CommandContext } from '../command.ts';
import { isFile } from './fileSystem.ts';
import { loadSettings } from './loadSettings.ts';
import { loadSiteConfig } from './readNewsroom.ts';
import { decode, readSource } from './sourceFile.ts';

/** What the site determines about rendering, but for its address. */
type LoadedSite = Required<Pick<RenderOptions, 'engine' | 'siteValues' | 'addressOf'>>;

/** Reads the site's engine and values. An engine in the arguments overrides the one in the settings. */
export function loadSite(root: string, engine: EngineName | undefined, context: CommandContext): LoadedSite {
  const settings = loadSettings(root, context.error);
  const config = loadSiteConfig(root);
  const siteValues = siteValuesOf(config);
  return {
    engine: engineOf(config, engine ?? settings.engine),
    siteValues,
    addressOf: addressFinder(settings.folders.posts, siteValues, (path) => {
      const file = join(root, path);
      return isFile(file) ? decode(readSource(file, root)) : undefined;
    }),
  };
}
