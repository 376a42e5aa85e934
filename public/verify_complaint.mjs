// Checks, without Fairroute and without a network, that a complaint was received and stands in the public log:
//   node verify_complaint.mjs receipt.jwt log.json did.json
// log.json: /complaints/log?year=…, the year of the receipt; did.json: /.well-known/did.json; save both yourself.
// Node.js 18 or newer, nothing else. Ends with 0 for VALID, 1 for INVALID, 2 for NOT YET.
import assert from 'node:assert';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';

const sha256 = (said) => createHash('sha256').update(said).digest();
const bytes = (part) => Buffer.from(part, 'base64url');
/** What a token says, once it is known to be signed by whom did.json names. */
function said(token, type, did) {
  const [head, body, signature, ...more] = token.trim().split('.');
  const exact = [head, body, signature].every((part) => bytes(part ?? '?').toString('base64url') === part);
  assert(exact && more.length === 0, `the ${type} is no token`);
  const { alg, typ, crit, kid } = JSON.parse(bytes(head));
  assert(alg === 'EdDSA' && typ === 'vc+jwt' && !crit, `the ${type} is signed in another way`);
  const key = did.assertionMethod.includes(kid) && did.verificationMethod.find(({ id }) => id === kid);
  assert(key?.publicKeyJwk?.crv === 'Ed25519', `did.json does not know the key of the ${type}`);
  const by = createPublicKey({ key: key.publicKeyJwk, format: 'jwk' });
  const right = verify(null, Buffer.from(`${head}.${body}`), by, bytes(signature));
  assert(right, `the signature of the ${type} is wrong: it was changed`);
  const read = JSON.parse(bytes(body));
  assert(read.type.includes(type) && read.issuer.id === did.id, `it is no ${type} of this scheme`);
  return read.credentialSubject;
}
try {
  const [receipt, ...files] = process.argv.slice(2, 5).map((file) => readFileSync(file, 'utf8'));
  const [log, did] = files.map((file) => JSON.parse(file));
  const { caseNumber, receivedOn, content, salt } = said(receipt, 'ComplaintReceipt', did);
  const hashed = ['fairroute complaint 1', caseNumber, receivedOn, content, salt].join('\n');
  let [head, last, found] = [Buffer.from(log.previous, 'hex')];
  for (const { day, leaves, head: told } of log.days) {
    const even = leaves.every((leaf, at) => /^[0-9a-f]{64}$/.test(leaf) && !(leaves[at - 1] >= leaf));
    assert(even && !(Date.parse(day) - Date.parse(last) !== 864e5 && last), `${day} is not in order`);
    head = sha256(Buffer.concat([head, Buffer.from(day), Buffer.from(leaves.join(''), 'hex')]));
    assert(head.toString('hex') === told, `the chain breaks at ${day}: the log was changed`);
    [last, found] = [day, found || (day === receivedOn && leaves.includes(sha256(hashed).toString('hex')))];
  }
  const { day, head: signed } = last ? said(log.days.at(-1).checkpoint, 'ComplaintLogCheckpoint', did) : {};
  assert(day === last && (!last || signed === head.toString('hex')), 'the checkpoint is of another log');
  assert(found || !(receivedOn <= last), `it is left out of this log, or not of its year: ${receivedOn}`);
  const verdict = found ? 'VALID, and in the log' : 'NOT YET in the log';
  process.stdout.write(`${verdict}: ${caseNumber}, received on ${receivedOn} by ${did.id}\n`);
  process.exitCode = found ? 0 : 2;
} catch ({ message }) {
  process.stdout.write(`INVALID: ${message}\n`);
  process.exitCode = 1;
}
