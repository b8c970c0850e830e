/** One field that the gateway refused. */
export interface FieldError {
  field: string
  code: string
  message: string
}

interface ProblemDetails {
  status: number
  code: string
  title: string
  detail?: string
  errors?: FieldError[]
  position?: number | null
  current?: unknown
}

/** What went wrong with a request: the gateway's problem+json (RFC 9457), or that no answer came (`code` "network"). */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string | undefined
  readonly errors: readonly FieldError[]
  /** Where in a query it goes wrong, in UTF-16 code units from 0. */
  readonly position: number | null
  /** With 412, the thing as it is now. */
  readonly current: unknown

  constructor({ status, code, title, detail, errors = [], position = null, current = null }: ProblemDetails, cause?: unknown) {
    super(detail ?? title, { cause })
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.title = title
    this.detail = detail
    this.errors = errors
    this.position = position
    this.current = current
  }

  static noAnswer(cause: unknown): Problem {
    return new Problem({ status: 0, code: 'network', title: 'No answer' }, cause)
  }

  /** Reads an answer that is not a success, whatever its body is. */
  static async fromResponse(response: Response): Promise<Problem> {
    const body = asRecord(await response.json().catch(() => null))
    return new Problem({
      status: response.status,
      code: asText(body.code) ?? `http-${response.status}`,
      title: asText(body.title) ?? response.statusText,
      detail: asText(body.detail),
      position: typeof body.position === 'number' ? body.position : null,
      current: body.current,
      errors: Array.isArray(body.errors) ? body.errors.map(asFieldError) : [],
    })
  }

  get isSignedOut(): boolean {
    return this.status === 401
  }

  /** Worth asking again without changing anything. */
  get isPassing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

/** Whether nobody answered at all: there is no connection, or no gateway. */
export function isNoAnswer(error: unknown): boolean {
  return error instanceof Problem && error.code === 'network'
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function asFieldError(value: unknown): FieldError {
  const { field, code, message } = asRecord(value)
  return { field: asText(field) ?? '', code: asText(code) ?? '', message: asText(message) ?? '' }
}
