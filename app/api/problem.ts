/** RFC 9457 problems; `code` is what programs compare and never changes. */
export const problems = {
  invalid_parameter: [400, 'A parameter is not what it should be'],
  invalid_body: [400, 'The body is not what it should be'],
  invalid_key: [401, 'This key does not work'],
  key_required: [401, 'This is answered to a company’s key'],
  insufficient_scope: [403, 'This key may not ask that'],
  unknown_recruiter: [404, 'No recruiter has this registration number'],
  unknown_certificate: [404, 'No certificate has this number'],
  unknown_status_list: [404, 'There is no such status list'],
  unknown_verification: [404, 'There is no check of this number, or it is not yours'],
  unknown_watch: [404, 'Your company has no such watch'],
  no_dump: [404, 'The register was not written into a file yet'],
  unknown_address: [404, 'There is nothing at this address'],
  not_public: [404, 'This record is not public'],
  method_not_allowed: [405, 'This address does not take that method'],
  key_reused: [409, 'This Idempotency-Key came with another body before'],
  changes_gone: [410, 'What changed so long ago is not kept'],
  certificate_ended: [410, 'This certificate has ended: there is no credential of it'],
  too_many_watches: [409, 'Your company watches as much as it may'],
  removed: [410, 'This recruiter was taken off the register'],
  too_large: [413, 'The body is larger than we take'],
  too_many_items: [413, 'There are more items than a check takes'],
  unsupported_media_type: [415, 'Send application/json or text/csv'],
  too_many_requests: [429, 'That was asked too often'],
  unavailable: [503, 'The register cannot answer now. This says nothing about the recruiter: ask again'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemCode = keyof typeof problems;

/** Thrown by a resource; the answer is the problem's. */
export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly detail?: string,
    readonly headers: Record<string, string> = {},
  ) {
    super(code);
  }
}
