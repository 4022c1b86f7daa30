// The floor under linting an archive: reads and decodes its entries, and does nothing with them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const posts = join(process.argv[2], '_posts');
let length = 0;
for (const name of readdirSync(posts)) length += readFileSync(join(posts, name), 'utf8').length;
console.log(length);
