import * as vscode from 'vscode';
import { readSiteConfig, type SiteConfig } from '../../core/newsroom/siteConfig.ts';
import { siteGeneratorOf } from '../../core/newsroom/siteGenerator.ts';
import { fileNamesIn, readText } from '../editor/fileSystem.ts';

/** The configuration of the site at a root, from `_config.yml` or, without one, as far as the names of its files show. */
export async function readConfigOf(root: vscode.Uri): Promise<SiteConfig> {
  const config = await readText(vscode.Uri.joinPath(root, '_config.yml'));
  return config === undefined ? readSiteConfig('', siteGeneratorOf(await fileNamesIn(root))) : readSiteConfig(config);
}
