import type { Line } from '../film/script.ts'
import { findTitle } from './find-title.ts'
import { actHeading, bare, isCharacterCue, sceneHeading, scriptField } from './script-marks.ts'
import { lineOf, splitCue } from './speaker-line.ts'

export type ScriptBeat = { action: string; line: Line | null }
export type ScriptAct = { title: string; place: string; beats: ScriptBeat[] }
/** `cast` has every name once: the list of characters first, then whoever else speaks. The narrator is nobody's name. */
export type WrittenScript = { title: string; author: string | null; cast: string[]; acts: ScriptAct[] }

/** A script with speakers: a list with «旁白：…», «NAME: line (action)», or a screenplay (Fountain). Lines stay verbatim. Never throws. */
export function readScript(text: string): WrittenScript {
  const lines = withoutNotes(text).split('\n')
  const script: WrittenScript = { title: '', author: null, cast: [], acts: [] }
  const place = { all: '', act: '' }
  const act = () => script.acts.at(-1) ?? open('', place.all)
  const open = (title: string, where: string): ScriptAct => {
    const last = script.acts.at(-1)
    // An act that holds nothing yet takes the scene heading below it: «ACT ONE», then «INT. KITCHEN».
    if (last && last.beats.length === 0 && where !== '') return Object.assign(last, { title: last.title || title, place: where })
    const opened = { title, place: where, beats: [] }
    script.acts.push(opened)
    return opened
  }
  for (let index = 0; index < lines.length; index++) {
    const line = bare(lines[index] ?? '')
    const raw = lines[index] ?? ''
    const field = scriptField(line)
    const head = actHeading(line)
    const slug = sceneHeading(line)
    if (line === '' || /^(?:={3,}|-{3,}|\*{3,}|`{3,})$/.test(line)) continue
    if (/^#\s/.test(raw.trim()) && head === null && slug === null) {
      script.title ||= line
    } else if (field) {
      if (field.field === 'title') script.title = plainTitle(field.text)
      if (field.field === 'author') script.author = unescape(field.text) || script.author
      if (field.field === 'cast') script.cast.push(...castNames(field.text || nextNames(lines, index)))
      if (field.field === 'place') script.acts.length === 0 ? (place.all = unescape(field.text)) : (act().place = unescape(field.text))
    } else if (head) {
      script.acts.push({ title: unescape(head.title), place: place.all, beats: [] })
    } else if (slug !== null) {
      open(slug.replace(/^(?:(?:int|ext|est|i\/e)[./ext\s]*\.?\s*|[内外日夜]+景?[\s:：、·，-]*)/i, '') || slug, slug)
    } else if (/^(?:FADE (?:IN|OUT|TO)|.{0,20} TO:$|>|=\s)/.test(line)) {
      continue
    } else if (isCharacterCue(raw, lines[index - 1], lines[index + 1])) {
      const said: string[] = []
      const asides: string[] = []
      while ((lines[index + 1] ?? '').trim() !== '') {
        const spoken = (lines[++index] ?? '').trim()
        if (/^\(.*\)$/.test(spoken)) asides.push(spoken.slice(1, -1))
        else said.push(spoken.replace(/^~/, ''))
      }
      const cue = splitCue(`${raw.trim().replace(/^@/, '').replace(/\s*\^$/, '')}: x`)
      act().beats.push({ action: asides.join('; '), line: lineOf(cue ? cue.speaker : raw.trim(), said.join('\n')) })
    } else {
      act().beats.push(...beatsOf(line))
    }
  }
  const acts = script.acts.filter((each) => each.beats.length > 0)
  const speakers = acts.flatMap((each) => each.beats.flatMap((beat) => beat.line?.speaker ?? []))
  return { ...script, title: script.title || findTitle(text, 'script'), cast: [...new Set([...script.cast, ...speakers])], acts }
}

/** «苏轼：寄蜉蝣于天地。（两人对望）» → what is said without its brackets, and the brackets as action. */
function beatsOf(line: string): ScriptBeat[] {
  const cue = /^[(（[【][^()（）[\]【】]*[)）\]】]$/.test(line) ? null : splitCue(line)
  if (!cue || cue.text === '') return [{ action: unescape(withoutBrackets(line)), line: null }]
  const actions: string[] = []
  const said = cue.text.replace(stageDirection, (_, action: string) => (actions.push(action.trim()), ' ')).trim()
  const action = unescape(actions.join('；'))
  if (said === '') return [{ action: action || cue.raw, line: null }]
  return [{ action, line: lineOf(cue.speaker, unescape(said.replace(/\s{2,}/g, ' '))) }]
}

const stageDirection = /\s*[(（[【]([^()（）[\]【】]*)[)）\]】]\s*/g
const withoutBrackets = (line: string) => /^[(（[【]([\s\S]*)[)）\]】]$/.exec(line)?.[1]?.trim() ?? line.replace(/^!/, '')

/** Fountain's boneyard and notes are for the writer. */
const withoutNotes = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/ ?\[\[[\s\S]*?\]\]/g, '')

const plainTitle = (title: string) => unescape(title.replace(/^《(.*)》$/, '$1').replace(/^[*_]+|[*_]+$/g, ''))

/** «苏轼（旁白）/朋友/渔父» → the names; «Mary – a baker» → Mary. The narrator is left out. */
const castNames = (text: string) =>
  text
    .replace(/[(（][^)）]*[)）]/g, ' ')
    .split(/[/、，,；;\n]|\s+and\s+|\s+和\s+/)
    .map((name) => unescape((name.split(/\s+[-–—]\s+|——|[:：]/)[0] ?? '').replace(/^[-*•\s]+/, '').trim()))
    .filter((name) => name !== '' && splitCue(`${name}: x`)?.speaker !== null)

/** The names may stand as a list below «Characters:». */
function nextNames(lines: string[], from: number): string {
  const end = lines.findIndex((line, index) => index > from && !/^\s*[-*•]\s+[^:：]+$/.test(line))
  const names = lines.slice(from + 1, end === -1 ? undefined : end)
  for (const index of names.keys()) lines[from + 1 + index] = ''
  return names.join('\n')
}

/** Marks that `scriptMarkdown` hides so that words are not taken for brackets. */
const unescape = (text: string) => text.replace(/<br\s*\/?>/gi, '\n').replace(/&#(\d{1,6});/g, (_, code) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
