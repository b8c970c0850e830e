/** What a tag can be coloured in: told apart by name as well, and by people who see few colours. They are data, not design. */
export const colours = {
  red: '#d64545',
  orange: '#d9822b',
  yellow: '#c9a227',
  green: '#3f9142',
  teal: '#2a9d8f',
  blue: '#3e7cb1',
  violet: '#7b5ea7',
  pink: '#c2528b',
} as const

export type ColourName = keyof typeof colours

export const colourNames = Object.keys(colours) as ColourName[]

/** The name of a colour that somebody gave, when it is one of ours. */
export function nameOfColour(colour: string): ColourName | null {
  return colourNames.find((name) => colours[name] === colour) ?? null
}
