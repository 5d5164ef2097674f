//! A small window that files are dragged out of, as out of a file manager's: journeys start it with
//! the files as arguments. Linux only, as the journeys are. It ends when the files were let go.

#[cfg(target_os = "linux")]
fn main() {
    use gtk::prelude::*;

    gtk::init().expect("there is a screen");
    let uris: Vec<String> = std::env::args_os()
        .skip(1)
        .map(|file| {
            gtk::glib::filename_to_uri(file, None).expect("the files have whole paths").into()
        })
        .collect();
    let window = gtk::Window::new(gtk::WindowType::Popup);
    window.set_default_size(60, 30);
    let files = gtk::EventBox::new();
    files.add(&gtk::Label::new(Some("files")));
    let list = gtk::TargetEntry::new("text/uri-list", gtk::TargetFlags::empty(), 0);
    let button = gtk::gdk::ModifierType::BUTTON1_MASK;
    files.drag_source_set(button, &[list], gtk::gdk::DragAction::COPY);
    files.connect_drag_data_get(move |_, _, data, _, _| {
        let uris: Vec<&str> = uris.iter().map(String::as_str).collect();
        data.set_uris(&uris);
    });
    files.connect_drag_end(|_, _| gtk::main_quit());
    window.add(&files);
    window.show_all();
    gtk::main();
}

#[cfg(not(target_os = "linux"))]
fn main() {}
