// Writes dist/ThirdPartyNotices.txt, the licenses of all packages in the bundles, and dist/metafile.json, which names these packages.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { bundledPackages, combineMetafiles } from './bundledPackages.mjs';

/** Writes both files from the metafiles of the builds that ship. */
export function writeNotices(
  /** @type {readonly (import('./bundledPackages.mjs').Metafile | undefined)[]} */ metafiles,
) {
  const metafile = combineMetafiles(metafiles);
  writeFileSync('dist/metafile.json', JSON.stringify(metafile));
  writeFileSync('dist/ThirdPartyNotices.txt', noticesOf(bundledPackages(metafile)));
}

/** @returns {string} */
function noticesOf(/** @type {readonly import('./bundledPackages.mjs').BundledPackage[]} */ packages) {
  const introduction = `Daybook contains code of these packages, under their licenses:\n\n${packages
    .map(({ name, version, license }) => `- ${name} ${version} (${license})`)
    .join('\n')}\n`;
  return [introduction, ...packages.map(noticeOf)].join(`\n${'='.repeat(80)}\n\n`);
}

function noticeOf(/** @type {import('./bundledPackages.mjs').BundledPackage} */ { name, version, license, folder }) {
  return `${name} ${version} (${license})\n\n${licenseTexts(folder, license).join('\n\n')}\n`;
}

/**
 * Returns the texts of a package's license and notice files. Where it offers a choice of licenses, these are the first one and not those
 * of the others, such as `LICENSE-MPL`.
 */
function licenseTexts(/** @type {string} */ folder, /** @type {string} */ license) {
  const pattern = license.includes(' OR ') ? /^(?:licen[cs]e|notice)(?:\.\w+)?$/i : /^(?:licen[cs]e|copying|notice)\b/i;
  const names = readdirSync(folder).filter((name) => pattern.test(name));
  if (names.length === 0) throw new Error(`${folder} has no license file.`);
  return names.sort().map((name) => readFileSync(`${folder}/${name}`, 'utf8').replaceAll('\r\n', '\n').trim());
}
