const WORDS = ['report', 'grocery', 'dentist', 'budget', 'slides', 'passport', 'train', 'library', 'garden', 'invoice']
const TAGS = ['work', 'home', 'money', 'travel']

/** A calendar file with so many tasks, half of them with a day. */
export function calendar(count: number): string {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
  const todos = Array.from({ length: count }, (_, n) => [
    'BEGIN:VTODO',
    `UID:bench-${n}@punctual`,
    'DTSTAMP:20260101T000000Z',
    `SUMMARY:${WORDS[n % WORDS.length] ?? ''} number ${n} of what there is to do`,
    `CATEGORIES:${TAGS[n % TAGS.length] ?? ''}`,
    `PRIORITY:${1 + (n % 9)}`,
    ...(n % 2 === 0 ? [`DUE;VALUE=DATE:${day((n % 400) - 20)}`] : []),
    'END:VTODO',
  ])
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//bench//EN', ...todos.flat(), 'END:VCALENDAR', ''].join('\r\n')
}
