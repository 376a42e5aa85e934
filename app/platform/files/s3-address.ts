export type S3Address = {
  bucket: string;
  region: string;
  endpoint: string | undefined;
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
};

/** `s3://[key:secret@]bucket?endpoint=…&region=…`; undefined when it is not of that kind. */
export function readS3Address(url: string): S3Address | undefined {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed?.protocol !== 's3:' || !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(parsed.hostname))
    return undefined;
  const endpoint = parsed.searchParams.get('endpoint') ?? undefined;
  if (endpoint !== undefined && !/^https?:\/\/[^/]/.test(endpoint)) return undefined;
  const [accessKeyId, secretAccessKey] = [parsed.username, parsed.password].map(decodeURIComponent);
  return {
    bucket: parsed.hostname,
    region: parsed.searchParams.get('region') ?? 'us-east-1',
    endpoint,
    credentials: accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined,
  };
}
