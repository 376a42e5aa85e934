// The limit `npm run bench` compares with: Node's own server, one prepared statement, no framework, nothing else.
import { createServer } from 'node:http';

import pg from 'pg';

const [url, port] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 10 });
const text =
  'select r.number, o.name, o.country from registration r join organisation o on o.id = r.organisation_id where r.number = $1';

createServer((request, response) => {
  pool.query({ name: 'record', text, values: [request.url.slice(1)] }).then(({ rows }) => {
    response.writeHead(rows.length ? 200 : 404, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(rows[0] ?? {}));
  });
}).listen(Number(port), '127.0.0.1', () => process.send('listening'));

process.once('disconnect', () => process.exit(0));
