// The lower limit for checking an archive: reads and decodes all entries and does nothing with them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [corpus = ''] = process.argv.slice(2);
const posts = join(corpus, '_posts');
let length = 0;
for (const name of readdirSync(posts)) length += readFileSync(join(posts, name), 'utf8').length;
console.log(length);
