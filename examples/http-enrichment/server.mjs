// A small service to enrich from, so that the example runs without the internet.
//   node server.mjs [PORT]     0 (the default) takes a free port; the address is the first line that it writes
// GET /artists?name=NAME   200 {"born": 1894, "country": "Norway", "movement": "Colour Field"}, or 404
// The first answer about each artist is 503: services fail now and then.
import { createServer } from 'node:http';

const artists = new Map([
  ['Ingrid Halvorsen', { born: 1894, country: 'Norway', movement: 'Colour Field' }],
  ['Benedict Oduya', { born: 1901, country: 'Nigeria', movement: 'Lyrical Abstraction' }],
  ['Livia Marchetti', { born: 1899, country: 'Italy', movement: 'Geometric Abstraction' }],
  ['Ryo Tanabe', { born: 1907, country: 'Japan', movement: 'Colour Field' }],
  ['Anneke Quist', { born: 1912, country: 'Netherlands', movement: 'Hard Edge' }],
]);
const asked = new Set();

const server = createServer((request, response) => {
  const name = new URL(request.url, 'http://localhost').searchParams.get('name');
  const known = artists.get(name);
  const busy = known !== undefined && !asked.has(name);
  asked.add(name);
  response.writeHead(busy ? 503 : known ? 200 : 404, { 'content-type': 'application/json' });
  response.end(JSON.stringify(busy ? { error: 'try again' } : known ?? { error: 'no such artist' }));
});

server.listen(Number(process.argv[2] ?? 0), '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${server.address().port}`);
});
