# Lists the voices, then speaks each line that it is given: voice, rate, volume, file, text in base64.
$ErrorActionPreference = 'Stop'
[Console]::OutputEncoding = New-Object Text.UTF8Encoding $false
Add-Type -AssemblyName System.Speech
$speaker = New-Object System.Speech.Synthesis.SpeechSynthesizer
$form = New-Object System.Speech.AudioFormat.SpeechAudioFormatInfo 22050, 'Sixteen', 'Mono'
foreach ($voice in $speaker.GetInstalledVoices()) {
  if ($voice.Enabled) {
    [Console]::Out.WriteLine("voice`t" + $voice.VoiceInfo.Name + "`t" + $voice.VoiceInfo.Culture.Name)
  }
}
[Console]::Out.WriteLine("ready`t" + $speaker.Voice.Name)
[Console]::Out.Flush()
while ($null -ne ($line = [Console]::In.ReadLine())) {
  $part = $line.Split("`t")
  try {
    $speaker.SelectVoice($part[0])
    $speaker.Rate = [int]$part[1]
    $speaker.Volume = [int]$part[2]
    $speaker.SetOutputToWaveFile($part[3], $form)
    $speaker.Speak([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($part[4])))
    $speaker.SetOutputToNull()
    [Console]::Out.WriteLine('done')
  } catch {
    $speaker.SetOutputToNull()
    [Console]::Out.WriteLine('failed')
  }
  [Console]::Out.Flush()
}
