// The shell as the page knows it. The only importer of @tauri-apps; `src-tauri/src/bridge.rs` is
// the other side.

import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import { getCurrentWebviewWindow } from "@tauri-apps/api/webviewWindow";
import type { LibraryDescription } from "../bindings/LibraryDescription";
import type { Refusal } from "../bindings/Refusal";
import type { Report } from "../bindings/Report";
import type { Request } from "../bindings/Request";
import type { Template } from "../bindings/Template";
import type { Typeface } from "../bindings/Typeface";

export type FilesKind = "reports" | "folder" | "template" | "logo" | "library" | "transcript" | "list" | "register";
export type SaveKind =
  | "docx"
  | "pdf"
  | "txt"
  | "md"
  | "template"
  | "library"
  | "csv"
  | "xlsx"
  | "vcf"
  | "json"
  | "svg"
  | "png"
  | "original"
  | "register";

/** A request that was not done; its message is for the user. */
export class RefusalError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

async function call<T>(command: string, args: Record<string, unknown> = {}): Promise<T> {
  try {
    return await invoke<T>(command, args);
  } catch (reason) {
    throw new RefusalError(asRefusal(reason));
  }
}

function asRefusal(reason: unknown): Refusal {
  if (typeof reason === "object" && reason !== null && "message" in reason && "code" in reason) {
    return reason as Refusal;
  }
  return { code: "internal", message: String(reason), fields: [] };
}

export const request = <T>(request: Request): Promise<T> => call("request", { request });

export const preview = (content: Report, template: string): Promise<ArrayBuffer> =>
  call("preview", { content, template });

export const previewTemplate = (content: Report, template: Template): Promise<ArrayBuffer> =>
  call("preview_template", { content, template });

/** The font the PDF embeds for one cut of a typeface. */
export const fontFile = (typeface: Typeface, bold: boolean, italic: boolean): Promise<ArrayBuffer> =>
  call("font_file", { typeface, bold, italic });

/** Lets the web view check the spelling of what is typed, in this language (BCP 47). */
export const spellingIn = (language: string): Promise<void> => call("spelling_in", { language });

export const openLibrary = (path: string | null): Promise<LibraryDescription> => call("open_library", { path });

export const chooseFiles = (kind: FilesKind): Promise<string[]> => call("choose_files", { kind });

export const chooseSavePath = (suggested: string, kind: SaveKind): Promise<string | null> =>
  call("choose_save_path", { suggested, kind });

/** The bytes of the file a report was imported from. */
export const original = (report: string): Promise<ArrayBuffer> => call("original", { report });

/** Shows a copy of that file in the system's program. */
export const openOriginal = (report: string): Promise<void> => call("open_original", { report });

export const openExported = (path: string): Promise<void> => call("open_exported", { path });

/** The first window goes on where it was left; others begin without a report. */
export const isFirstWindow = (): boolean => getCurrentWebviewWindow().label === "main";

/** Another window on the same library. */
export const openWindow = (): Promise<void> => call("open_window");

/** Whether this window may show a report; if another one does, that comes to the front. */
export const showReport = (report: string | null): Promise<boolean> => call("show_report", { report });

/** Has the shell do one of its own commands. */
export const doCommand = (command: "full_screen" | "zoom_in" | "zoom_out" | "zoom_reset" | "quit"): Promise<void> =>
  call("do_command", { command });

export const windowReady = (): Promise<void> => call("window_ready");
export const closeWindow = (): Promise<void> => call("close_window");
export const stayOpen = (): Promise<void> => call("stay_open");

export interface Events {
  menu: (command: string) => void;
  closeRequested: () => void;
  filesDropped: (paths: string[]) => void;
  libraryChanged: () => void;
}

/** Hears what the shell tells this window. */
export async function hear(events: Events): Promise<void> {
  const target = { kind: "WebviewWindow" as const, label: getCurrentWebviewWindow().label };
  await listen<{ command: string }>("menu", (event) => events.menu(event.payload.command), { target });
  await listen("close-requested", () => events.closeRequested(), { target });
  await listen<{ paths: string[] }>("files-dropped", (event) => events.filesDropped(event.payload.paths), { target });
  await listen("library-changed", () => events.libraryChanged(), { target });
}
