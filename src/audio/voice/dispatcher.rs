//! Speech on Linux: speech-dispatcher, through its socket.

use std::io;
use std::os::unix::net::UnixStream;
use std::time::Duration;

use ssip_client_async::fifo::synchronous::Builder;
use ssip_client_async::{
    Client, ClientError, ClientName, ClientScope, MessageScope, OK_CANCELED, OK_LANGUAGE_SET,
    OK_PRIORITY_SET, OK_RATE_SET, OK_VOICE_SET, OK_VOLUME_SET, Priority,
};

use super::script::Urgency;
use super::service::{Manner, Service, ServiceError};

/// A service that does not answer in this time is taken for gone.
const ANSWER_WITHIN: Duration = Duration::from_secs(2);

/// A connection to speech-dispatcher.
pub(super) struct Dispatcher {
    client: Client<UnixStream>,
}

impl Dispatcher {
    /// Connects, and starts the service first where it does not run yet.
    pub(super) fn connect() -> Result<Self, ServiceError> {
        let mut way = Builder::new();
        way.timeout(ANSWER_WITHIN);
        let mut client = match way.build() {
            Ok(client) => client,
            Err(_) => way.with_spawn().and_then(Builder::build).map_err(|error| unreachable(&error))?,
        };
        client.set_client_name(ClientName::new("person", "unhunch"))?.check_client_name_set()?;
        Ok(Self { client })
    }
}

impl Service for Dispatcher {
    fn voices(&mut self, language: &str) -> Result<Vec<String>, ServiceError> {
        let voices = self.client.list_synthesis_voices()?.receive_synthesis_voices()?;
        // A `+` names a variant of a voice; there are a hundred of them for each.
        let speaks = |tag: &str| tag.get(..language.len()).is_some_and(|s| s.eq_ignore_ascii_case(language));
        let fits = voices
            .into_iter()
            .filter(|voice| voice.language.as_deref().is_none_or(speaks) && !voice.name.contains('+'));
        Ok(fits.map(|voice| voice.name).collect())
    }

    fn set(&mut self, manner: &Manner) -> Result<(), ServiceError> {
        let me = ClientScope::Current;
        let client = &mut self.client;
        client.set_language(me.clone(), &manner.language)?.check_status(OK_LANGUAGE_SET)?;
        client.set_rate(me.clone(), percent(manner.rate))?.check_status(OK_RATE_SET)?;
        let volume = percent(manner.volume * 2.0 - 1.0);
        client.set_volume(me.clone(), volume)?.check_status(OK_VOLUME_SET)?;
        if !manner.name.is_empty() {
            match client.set_synthesis_voice(me, &manner.name)?.check_status(OK_VOICE_SET) {
                // A voice that is no longer there: the service's own choice speaks.
                Ok(_) | Err(ClientError::Ssip(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    fn say(&mut self, text: &str, urgency: Urgency) -> Result<(), ServiceError> {
        // The service itself drops a notification while something is being spoken.
        let priority = match urgency {
            Urgency::IfQuiet => Priority::Notification,
            Urgency::Interrupts => Priority::Message,
        };
        if urgency == Urgency::Interrupts {
            self.hush()?;
        }
        self.client.set_priority(priority)?.check_status(OK_PRIORITY_SET)?;
        self.client.speak()?.check_receiving_data()?;
        self.client.send_line(&one_line(text))?.receive_message_id()?;
        Ok(())
    }

    fn hush(&mut self) -> Result<(), ServiceError> {
        self.client.cancel(MessageScope::Last)?.check_status(OK_CANCELED)?;
        Ok(())
    }
}

/// A share of -1 to 1 in the service's hundredths.
fn percent(share: f32) -> i8 {
    (share.clamp(-1.0, 1.0) * 100.0).round() as i8
}

/// Text as the protocol takes it: lines are its commands, and a lone dot ends the text.
fn one_line(text: &str) -> String {
    let joined = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if joined.starts_with('.') { format!(" {joined}") } else { joined }
}

fn unreachable(error: &io::Error) -> ServiceError {
    ServiceError(match error.kind() {
        io::ErrorKind::NotFound => "speech-dispatcher is not installed or not running".to_owned(),
        _ => format!("speech-dispatcher does not answer: {error}"),
    })
}

impl From<ClientError> for ServiceError {
    fn from(error: ClientError) -> Self {
        Self(format!("speech-dispatcher: {error}"))
    }
}
