// The transcripts beside the open reports. They live in the window's memory: what people said in
// a call is theirs, and nobody was asked whether it may be stored.

import { SvelteMap } from "svelte/reactivity";
import * as api from "../api";
import type { Participant } from "../bindings/Participant";
import type { PersonOffer } from "../bindings/PersonOffer";
import type { Transcript } from "../bindings/Transcript";
import type { TranscriptEntry } from "../bindings/TranscriptEntry";
import type { ReportSession } from "../editor/session.svelte";
import { library } from "../library.svelte";
import { t } from "../text/en";
import { drafted, hasPlace, insertParagraph, type Said } from "./draft";

/** Whom a speaker is matched to: somebody of the report, somebody of the directory, nobody yet. */
export type Who = { participant: string } | { person: PersonOffer } | null;

/** A transcript and what was done with it. */
export class OpenTranscript {
  readonly entries: TranscriptEntry[];
  /** Speakers as written, in the order of their first words. */
  readonly speakers: string[];
  speaker = $state<string | null>(null);
  words = $state("");
  /** The places of the entries that were drafted from. */
  used = $state.raw<ReadonlySet<number>>(new Set());
  private readonly matches = new SvelteMap<string, Who>();

  constructor(
    /** The file's name, or that it was pasted. */
    readonly source: string,
    read: Transcript,
  ) {
    this.entries = read.entries;
    this.speakers = read.speakers.map((one) => one.written);
    for (const { written, participant, person } of read.speakers) {
      this.matches.set(written, participant !== null ? { participant } : person !== null ? { person } : null);
    }
  }

  /** Whom a speaker is matched to, as long as that person is in the report. */
  whoIs(written: string, session: ReportSession): Participant | PersonOffer | null {
    const who = this.matches.get(written) ?? null;
    if (who === null) return null;
    const all = session.fields.participants;
    if ("participant" in who) return all.find((one) => one.id === who.participant) ?? null;
    return all.find((one) => one.person === who.person.person) ?? who.person;
  }

  match(written: string, who: Who): void {
    this.matches.set(written, who);
  }

  /** Drafts a paragraph at the cursor of the page and ticks its speaker present. */
  draft(at: number, session: ReportSession): boolean {
    const entry = this.entries[at];
    if (!entry || !hasPlace(session.editorState)) return false;
    session.run(insertParagraph(drafted(this.said(entry, session), entry.text)));
    this.used = new Set([...this.used, at]);
    const place = session.editorState.selection.$from.before();
    // Once the sections that were in nobody's sight have their height: in the next frame.
    requestAnimationFrame(() => requestAnimationFrame(() => session.scrollTo(place, "nearest")));
    return true;
  }

  private said(entry: TranscriptEntry, session: ReportSession): Said {
    if (entry.speaker === null) return null;
    const who = this.whoIs(entry.speaker, session);
    if (who === null) return { name: entry.speaker };
    if (!("id" in who)) return { participant: session.present(who).id };
    if (who.attendance !== "present") session.setParticipant({ ...who, attendance: "present" });
    return { participant: who.id };
  }
}

const open = new SvelteMap<string, OpenTranscript>();

export const transcriptOf = (session: ReportSession): OpenTranscript | null => open.get(session.id) ?? null;

export const closeTranscript = (session: ReportSession): void => void open.delete(session.id);

/** Reads a pasted text beside a report. */
export const readPasted = (session: ReportSession, text: string): Promise<void> =>
  keep(session, t.transcript.pasted, () => api.readTranscript(text, session.id));

/** Reads a file beside a report. */
export const readFile = (session: ReportSession, path: string): Promise<void> =>
  keep(session, path.split(/[\\/]/).at(-1) ?? path, () => api.readTranscriptFile(path, session.id));

async function keep(session: ReportSession, source: string, read: () => Promise<Transcript>): Promise<void> {
  await library.try(async () => {
    // Speakers are matched to the participants as they are stored.
    await session.flush();
    const transcript = await read();
    if (transcript.entries.length === 0) library.say(t.transcript.nothing(source), undefined, true);
    else open.set(session.id, new OpenTranscript(source, transcript));
  });
}

/** Whether one dropped file is a transcript for the open report; it is read then. */
export function takeDropped(paths: string[], shown: boolean): boolean {
  const [path] = paths;
  const session = library.session;
  if (!session || path === undefined || paths.length > 1) return false;
  const isTranscript = /\.(vtt|srt|sbv)$/i.test(path) || (shown && /\.(txt|text|log)$/i.test(path));
  if (isTranscript) void readFile(session, path);
  return isTranscript;
}
