import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { S3Client, S3ClientConfig } from '@aws-sdk/client-s3';

import { readS3Address } from './s3-address.ts';
import { dispositionOf, StorageUnavailable, summing, type Storage } from './stored.server.ts';

const partBytes = 5 * 1024 * 1024;
const linkSeconds = 60;

/** Loaded when a bucket is first asked for: a house that keeps a folder never pays for it. */
const sdk = () => import('@aws-sdk/client-s3');

type Bucket = { client: () => Promise<S3Client>; name: string };

/** A bucket, here or elsewhere. Credentials stand in the address, or in the environment as the SDK knows it. */
export function s3Storage(url: string, { timeout = 20_000 }: { timeout?: number } = {}): Storage {
  const address = readS3Address(url);
  if (!address) throw new Error('The storage address is no s3: address');
  const { bucket: name, region, endpoint, credentials } = address;
  const settings: S3ClientConfig = {
    region,
    ...(endpoint && { endpoint, forcePathStyle: true }),
    ...(credentials && { credentials }),
    maxAttempts: 2,
    // Many servers that speak S3 do not know the newer checksums; the content has its SHA-256 from us.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 3000, requestTimeout: timeout, throwOnRequestTimeout: true },
  };
  let client: Promise<S3Client> | undefined;
  const bucket: Bucket = {
    name,
    client: () => (client ??= sdk().then(({ S3Client }) => new S3Client(settings))),
  };
  return {
    write: (content) => write(bucket, content),
    read: (key, from = 0) => Readable.from(contentOf(bucket, key, from)),
    remove: (key) => remove(bucket, key),
    link: (key, file) => link(bucket, key, file),
  };
}

async function write({ client, name }: Bucket, content: Readable) {
  const { Upload } = await import('@aws-sdk/lib-storage');
  const key = randomUUID();
  const { through, result } = summing();
  let broken: unknown;
  const summed = pipeline(content, through).catch((error: unknown) => (broken = error));
  // One part at a time: a large file is slower this way, and the memory stays flat.
  const upload = new Upload({
    client: await client(),
    params: { Bucket: name, Key: key, Body: through },
    partSize: partBytes,
    queueSize: 1,
  });
  try {
    // Parts of an upload that fails are called off by the SDK itself.
    await upload.done();
    await summed;
  } catch (error) {
    const own = broken ?? through.errored;
    through.destroy();
    await summed;
    throw own ? toError(own) : new StorageUnavailable(error);
  }
  return { key, ...result() };
}

async function remove({ client, name }: Bucket, key: string) {
  try {
    const { DeleteObjectCommand } = await sdk();
    await (await client()).send(new DeleteObjectCommand({ Bucket: name, Key: key }));
  } catch (error) {
    throw new StorageUnavailable(error);
  }
}

type Named = Parameters<Storage['link']>[1];

async function link({ client, name }: Bucket, key: string, { filename, mediaType }: Named) {
  const [{ GetObjectCommand }, { getSignedUrl }] = [
    await sdk(),
    await import('@aws-sdk/s3-request-presigner'),
  ];
  const command = new GetObjectCommand({
    Bucket: name,
    Key: key,
    ResponseContentType: mediaType,
    ResponseContentDisposition: dispositionOf(filename),
    ResponseCacheControl: 'private, no-store',
  });
  return getSignedUrl(await client(), command, { expiresIn: linkSeconds });
}

async function* contentOf({ client, name }: Bucket, key: string, from: number): AsyncGenerator<Uint8Array> {
  const { GetObjectCommand } = await sdk();
  const { Body } = await (
    await client()
  )
    .send(new GetObjectCommand({ Bucket: name, Key: key, ...(from > 0 && { Range: `bytes=${from}-` }) }))
    .catch((error: unknown) => {
      throw new StorageUnavailable(error);
    });
  if (Body instanceof Readable) yield* Body;
}

const toError = (error: unknown) =>
  error instanceof Error ? error : new Error('The content broke off', { cause: error });
