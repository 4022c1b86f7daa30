import type { Outlets } from '../../outlets/outlets.ts';
import { isSameName, misspells } from '../../outlets/spelling.ts';
import { hostOf } from '../../urls/url.ts';

/** Whether the name is that of an outlet at the address, rather than words such as `Donate here` or `PDF`. */
export function isCitedOutlet(name: string, address: string, outlets: Outlets): boolean {
  const host = hostOf(address);
  if (host === undefined || name === '') return false;
  if (outlets.forHost(host)?.names.includes(name)) return true;
  const suggestedName = outlets.suggestName(address);
  if (suggestedName === undefined) return false;
  return isSameName(suggestedName, name) || misspells(name, suggestedName);
}
