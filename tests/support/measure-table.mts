import { createReadStream } from 'node:fs';

import { readTable } from '#app/platform/tables/read-table.server.ts';

/** How much the memory of a process grows while it reads a large file, after it has read a small one. */
const limits = { mostRows: 20_000, mostColumns: 50, mostBytes: 50 * 1024 * 1024 };
const [small = '', large = ''] = process.argv.slice(2);

await readTable(createReadStream(small), limits);
const before = process.resourceUsage().maxRSS;
const table = await readTable(createReadStream(large), limits);
const grewMegabytes = Math.round((process.resourceUsage().maxRSS - before) / 1024);
process.stdout.write(JSON.stringify({ refusal: table.ok ? 'none' : table.refusal, grewMegabytes }));
